import type { CallId } from '../../calls/call-event.ts';
import { findCall, type Phone } from '../../calls/fold-phone.ts';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import type { NoteContact } from '../../contract/note/note.ts';
import type { RingCadence } from '../../contract/pack/ring-cadence.ts';
import { ringsBeforeAnswer } from '../../rules/ring/ring-timer.ts';
import { finalizeFacts } from '../../storage/notes/finalize-facts.ts';
import type { Stores } from '../../storage/open-stores.ts';

interface NoteRecorderPorts {
  readonly stores: Pick<Stores, 'journal' | 'notes'>;
  /** Resolves when what was appended to the journal until now can be read from it. */
  readonly stored: () => Promise<void>;
  readonly cadence: () => RingCadence;
  readonly failed: () => void;
}

/** A note is born with the first ring, and gets the facts of its call when that has ended: with or without a panel. */
export class NoteRecorder {
  readonly #ports: NoteRecorderPorts;

  constructor(ports: NoteRecorderPorts) {
    this.#ports = ports;
  }

  follow(phone: Phone, { event }: JournalEntry): void {
    if (event.type === 'ringing' || event.type === 'dialling') this.#run(this.#begin(phone, event.call));
    if (event.type === 'ended') this.#run(this.#finalize(phone, event.call));
  }

  /** Behind the journal, and so behind the ring on the screen. */
  async #begin(phone: Phone, id: CallId): Promise<void> {
    const contact = contactOf(phone, id);
    await this.#ports.stored();
    await this.#ports.stores.notes.create(contact);
  }

  #create(phone: Phone, id: CallId): Promise<string> {
    return this.#ports.stores.notes.create(contactOf(phone, id));
  }

  async #finalize(phone: Phone, id: CallId): Promise<void> {
    const { stores, stored } = this.#ports;
    const note = await this.#create(phone, id);
    await stored();
    const { entries } = await stores.journal.load({ call: id });
    const facts = finalizeFacts(entries, id, this.#rings(phone, id));
    if (facts !== null) await stores.notes.finalizeFacts(note, facts);
  }

  /** Rings begun before the answer or the end; null for an outbound call. */
  #rings(phone: Phone, id: CallId): number | null {
    const call = findCall(phone, id);
    if (call?.state !== 'ended' || call.direction === 'outbound') return null;
    return ringsBeforeAnswer(call.startedAt, call.answeredAt ?? call.endedAt, this.#ports.cadence());
  }

  #run(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      console.error('notes: could not be kept', error);
      this.#ports.failed();
    });
  }
}

function contactOf(phone: Phone, id: CallId): NoteContact {
  const call = findCall(phone, id);
  if (call === undefined) throw new Error('a note is asked for a call that the phone does not know');
  const { direction, remoteParty, startedAt } = call;
  const { number, displayName } = remoteParty;
  return { kind: 'call', call: id, direction, number, displayName, startedAt };
}
