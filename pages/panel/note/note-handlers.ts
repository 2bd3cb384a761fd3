import type { Handlers } from '../../session/dispatch.ts';
import type { PhoneCommands } from '../call/phone-commands.ts';
import type { PanelBrowser } from '../frame/panel-browser.ts';
import type { PanelState } from '../frame/panel-state.ts';
import type { NoteAction } from './note-view.ts';
import type { OpenContact } from './open-contact.ts';
import type { PanelNotes } from './panel-notes.ts';
import { scriptFacts } from './script-facts.ts';

/** What an agent does with the open contact and its note. */
export type ContactAction =
  | NoteAction
  | { readonly do: 'open-note'; readonly id: string }
  | { readonly do: 'focus-note' | 'finish-wrap-up' };

interface NoteParts {
  readonly notes: PanelNotes;
  readonly contact: OpenContact;
  readonly commands: Pick<PhoneCommands, 'record' | 'finishWrapUp'>;
  readonly state: Pick<PanelState, 'noteFocus'>;
  readonly browser: Pick<PanelBrowser, 'copy'>;
  readonly beginWrapUp: () => void;
}

/** Text goes straight from this page to the disk, with or without a phone host. */
export function noteHandlers(parts: NoteParts): Handlers<ContactAction> {
  const { notes, contact, commands, state, browser, beginWrapUp } = parts;
  const step = (way: 'undo' | 'redo') => {
    if (contact.call !== null) notes.step(contact.call.id, way);
  };
  const draft = () => (contact.call === null ? null : notes.draftOf(contact.call.id));
  return {
    'write-note': ({ patch }) => {
      beginWrapUp();
      if (contact.call !== null) notes.type(contact.call.id, patch);
      for (const event of scriptFacts(patch)) void commands.record(event);
    },
    'undo-note': () => step('undo'),
    'redo-note': () => step('redo'),
    'retry-save': () => draft()?.retry(),
    'copy-note': () => browser.copy(draft()?.view.note.text ?? ''),
    'open-note': ({ id }) => contact.reopen(id),
    'focus-note': () => {
      state.noteFocus.value += 1;
    },
    'finish-wrap-up': () => {
      return contact.close() ? undefined : commands.finishWrapUp(contact.ended?.id);
    },
  };
}
