import { type Signal, signal } from '@preact/signals';
import type { Call, EndedCall, RingingCall } from '../../../calls/call.ts';
import type { CallId } from '../../../calls/call-event.ts';
import type { Note } from '../../../contract/note/note.ts';
import type { LiveCall } from '../call/call-stage.ts';
import type { PanelJournal } from '../frame/panel-journal.ts';
import type { PanelState } from '../frame/panel-state.ts';
import type { PanelNotes } from './panel-notes.ts';

interface ContactParts {
  readonly journal: Pick<PanelJournal, 'onScreen' | 'wrappingUp' | 'unfinished' | 'calls' | 'marksOf'>;
  readonly notes: Pick<PanelNotes, 'byId' | 'follow' | 'noteOf'>;
  readonly state: Pick<PanelState, 'vault' | 'ringsBeside'>;
  /** A call of an earlier day; null if its journal is gone. */
  readonly loadCall: (call: CallId) => Promise<Call | null>;
}

/** The call whose note is open: on screen, in wrap-up, or an earlier one that was opened again. */
export class OpenContact {
  readonly #reopened: Signal<EndedCall | null> = signal(null);
  readonly #parts: ContactParts;

  constructor(parts: ContactParts) {
    this.#parts = parts;
  }

  get call(): Call | null {
    return this.onScreen ?? this.ended;
  }

  /** The live call on screen; not one that only rings beside what the agent is writing. */
  get onScreen(): LiveCall | undefined {
    const call = this.#parts.journal.onScreen;
    return call !== undefined && call === this.beside ? undefined : call;
  }

  /** The call that rings beside what the agent is writing. */
  get beside(): RingingCall | null {
    const { journal, state } = this.#parts;
    const call = journal.onScreen;
    return call?.state === 'ringing' && call.id === state.ringsBeside.value ? call : null;
  }

  /** Shown as a wrap-up. */
  get ended(): EndedCall | null {
    return this.#parts.journal.wrappingUp ?? this.unfinished.at(-1) ?? this.#reopened.value;
  }

  /** Wrap-ups that the agent was writing when a call came, in the order of the calls' ends. */
  get unfinished(): readonly EndedCall[] {
    const { journal } = this.#parts;
    const last = journal.wrappingUp?.id;
    return journal.unfinished.filter(({ id }) => id === last || journal.marksOf(id).wrapUpBegun);
  }

  /** The wrap-up on screen, if nothing was written in it before. */
  get untouched(): EndedCall | null {
    const { onScreen, ended } = this;
    const { journal } = this.#parts;
    return onScreen !== undefined || ended === null || journal.marksOf(ended.id).wrapUpBegun ? null : ended;
  }

  get note(): Note | null {
    const { call } = this;
    return call === null ? null : this.#parts.notes.noteOf(call.id);
  }

  /** Shows the note of an earlier call. */
  async reopen(note: string): Promise<void> {
    const { journal, notes, loadCall } = this.#parts;
    const contact = notes.byId(note)?.contact;
    if (contact?.kind !== 'call') return;
    const call = journal.calls.find(({ id }) => id === contact.call) ?? (await loadCall(contact.call));
    this.#reopened.value = call?.state === 'ended' ? call : null;
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
