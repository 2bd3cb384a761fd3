import type { Call } from '../../../calls/call.ts';
import { knownNumber } from '../../../calls/numbers/withheld.ts';
import { callRules } from '../../../rules/call/rules-state.ts';
import { type CallLeaves, leftByCall } from '../../../rules/work-orders/promises-of-call.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelPage } from '../frame/panel-page.ts';
import type { PanelNotes } from '../note/panel-notes.ts';
import type { ContactOnScreen } from './order-draft.ts';

interface ContactParts {
  readonly journal: Pick<PanelJournal, 'marksOf' | 'rules'>;
  readonly notes: Pick<PanelNotes, 'noteOf' | 'viewOf'>;
  readonly page: Pick<PanelPage, 'pack'>;
}

/** What a new work order takes from a call or its wrap-up. */
export function orderContact({ journal, notes, page }: ContactParts, call: Call): ContactOnScreen {
  const { surname, title } = journal.marksOf(call.id);
  const note = notes.noteOf(call.id);
  const { fields } = notes.viewOf(call.id);
  const typed = note?.contactNumber ?? '';
  return {
    number: typed === '' ? knownNumber(call.remoteParty.number) : typed,
    surname: surname === '' ? fields.surname : surname,
    title: title ?? fields.title,
    text: fields.text,
    note: note?.id ?? null,
    left: callLeaves({ journal, page }, call),
  };
}

/** What the situations of a call leave to do. */
export function callLeaves(
  { journal, page }: Pick<ContactParts, 'journal' | 'page'>,
  call: Call,
): readonly CallLeaves[] {
  const rules = callRules(journal.rules, call.id);
  return rules === undefined ? [] : leftByCall(rules.facts, page.pack);
}
