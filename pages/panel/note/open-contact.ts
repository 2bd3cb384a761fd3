import { type Signal, signal } from '@preact/signals';
import type { Call, EndedCall } from '../../../calls/call.ts';
import type { Note } from '../../../contract/note/note.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelState } from '../frame/panel-state.ts';
import type { PanelNotes } from './panel-notes.ts';

interface ContactParts {
  readonly journal: Pick<PanelJournal, 'onScreen' | 'wrappingUp' | 'calls'>;
  readonly notes: Pick<PanelNotes, 'today' | 'follow' | 'noteOf'>;
  readonly state: Pick<PanelState, 'vault'>;
}

/** The call whose note is open: on screen, in wrap-up, or an earlier one that was opened again. */
export class OpenContact {
  readonly #reopened: Signal<EndedCall | null> = signal(null);
  readonly #parts: ContactParts;

  constructor(parts: ContactParts) {
    this.#parts = parts;
  }

  get call(): Call | null {
    return this.#parts.journal.onScreen ?? this.ended;
  }

  /** Shown as a wrap-up. */
  get ended(): EndedCall | null {
    return this.#parts.journal.wrappingUp ?? this.#reopened.value;
  }

  get note(): Note | null {
    const { call } = this;
    return call === null ? null : this.#parts.notes.noteOf(call.id);
  }

  /** Shows the note of an earlier call of today. */
  reopen(note: string): void {
    const { journal, notes } = this.#parts;
    const contact = notes.today.value.find(({ id }) => id === note)?.contact;
    const id = contact?.kind === 'call' ? contact.call : undefined;
    const isIt = (call: Call): call is EndedCall => call.id === id && call.state === 'ended';
    this.#reopened.value = journal.calls.find(isIt) ?? null;
  }

  /** Closes what `reopen` showed. False if nothing was open again. */
  close(): boolean {
    const wasOpen = this.#reopened.value !== null;
    this.#reopened.value = null;
    return wasOpen;
  }

  /** Opens the note of the contact, or lists today's notes. */
  async follow(): Promise<void> {
    if (this.#parts.state.vault.peek().state !== 'not-set-up') await this.#parts.notes.follow(this.call);
  }
}
