import type { Call } from '../../../calls/call.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { callRules } from '../../../rules/call/rules-state.ts';
import { type CallLeaves, leftByCall } from '../../../rules/work-orders/promises-of-call.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelNotes } from '../note/panel-notes.ts';
import type { ContactOnScreen } from './order-draft.ts';

interface ContactParts {
  readonly journal: PanelJournal;
  readonly notes: PanelNotes;
  readonly pack: Pack;
}

/** What a work order takes over from a call or its wrap-up. */
export function orderContact({ journal, notes, pack }: ContactParts, call: Call): ContactOnScreen {
  const { surname, title } = journal.marksOf(call.id);
  const note = notes.noteOf(call.id);
  const view = notes.viewOf(call.id);
  const typed = note?.contactNumber ?? '';
  return {
    number: typed === '' ? call.remoteParty.number : typed,
    surname: surname === '' ? view.surname : surname,
    title: title ?? view.title,
    text: view.text,
    note: note?.id ?? null,
    left: callLeaves({ journal, pack }, call),
  };
}

/** What the situations of a call leave to be done. */
export function callLeaves(
  { journal, pack }: Pick<ContactParts, 'journal' | 'pack'>,
  call: Call,
): readonly CallLeaves[] {
  const rules = callRules(journal.rules, call.id);
  return rules === undefined ? [] : leftByCall(rules.facts, pack);
}
