import type { Call } from '../../../calls/call.ts';
import { knownNumber } from '../../../calls/numbers/withheld.ts';
import type { PanelFollowUps } from '../follow-ups/panel-follow-ups.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelNotes } from '../note/panel-notes.ts';
import type { ContactOnScreen } from './order-draft.ts';

interface ContactParts {
  readonly journal: Pick<PanelJournal, 'marksOf'>;
  readonly followUps: Pick<PanelFollowUps, 'ofCall'>;
  readonly notes: Pick<PanelNotes, 'noteOf' | 'viewOf'>;
}

/** What a new work order takes from a call or its wrap-up. */
export function orderContact({ journal, notes, followUps }: ContactParts, call: Call): ContactOnScreen {
  const { surname, title } = journal.marksOf(call.id);
  const note = notes.noteOf(call.id);
  const { fields } = notes.viewOf(call.id);
  const typed = fields.contactNumber;
  return {
    number: typed === '' ? knownNumber(call.remoteParty.number) : typed,
    surname: surname === '' ? fields.surname : surname,
    title: title ?? fields.title,
    calling: knownNumber(call.remoteParty.number),
    text: fields.text,
    details: fields.details,
    note: note?.id ?? null,
    left: followUps.ofCall(call),
  };
}
