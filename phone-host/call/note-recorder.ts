import type { CallId } from '../../calls/call-event.ts';
import { findCall, type Phone } from '../../calls/fold-phone.ts';
import type { NoteContact } from '../../contract/note/note.ts';
import { RING_CADENCES } from '../../contract/pack/ring-cadence.ts';
import { ringsBeforeAnswer } from '../../rules/ring/ring-timer.ts';
import { finalizeFacts } from '../../storage/notes/finalize-facts.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { type Part, Started } from '../part.ts';
import type { CurrentSettings } from './current-settings.ts';
import type { JournalWriter } from './journal-writer.ts';
import type { JournalStream } from './live-journal.ts';
import type { StatusFacts } from './status-facts.ts';

interface NoteOptions {
  readonly journal: JournalStream;
  readonly writer: Pick<JournalWriter, 'settled'>;
  readonly stores: Pick<Stores, 'journal' | 'notes'>;
  readonly settings: Pick<CurrentSettings, 'value'>;
  readonly facts: Pick<StatusFacts, 'report'>;
}

/** Creates a note at the first ring, and adds the facts of the call at its end, panel or not. */
export class NoteRecorder implements Part {
  readonly #options: NoteOptions;
  readonly #started = new Started();

  constructor(options: NoteOptions) {
    this.#options = options;
  }

  start(): void {
    this.#started.add(
      this.#options.journal.subscribe((phone, { event }) => {
        if (event.type === 'ringing' || event.type === 'dialling') this.#run(this.#create(phone, event.call));
        if (event.type === 'ended') this.#run(this.#finalize(phone, event.call));
      }),
    );
  }

  stop(): void {
    this.#started.stop();
  }

  /** After the journal entry is stored, and so after the ring is on the screen. */
  async #create(phone: Phone, id: CallId): Promise<void> {
    const { stores, writer } = this.#options;
    const contact = contactOf(phone, id);
    await writer.settled();
    await stores.notes.create(contact);
  }

  async #finalize(phone: Phone, id: CallId): Promise<void> {
    const { stores, writer } = this.#options;
    const note = await stores.notes.create(contactOf(phone, id));
    await writer.settled();
    const { entries } = await stores.journal.load({ call: id });
    const facts = finalizeFacts(entries, id, this.#rings(phone, id));
    if (facts !== null) await stores.notes.finalizeFacts(note, facts);
  }

  /** Rings that began before the answer or the end; null for an outbound call. */
  #rings(phone: Phone, id: CallId): number | null {
    const call = findCall(phone, id);
    if (call?.state !== 'ended' || call.direction === 'outbound') return null;
    const cadence = RING_CADENCES[this.#options.settings.value.cadence];
    return ringsBeforeAnswer(call.startedAt, call.answeredAt ?? call.endedAt, cadence);
  }

  #run(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      console.error('notes: could not be stored', error);
      this.#options.facts.report({ storage: 'failed' });
    });
  }
}

function contactOf(phone: Phone, id: CallId): NoteContact {
  const call = findCall(phone, id);
  if (call === undefined) throw new Error('a note is created for a call that the phone does not know');
  const { direction, remoteParty, startedAt } = call;
  const { number, displayName } = remoteParty;
  return { kind: 'call', call: id, direction, number, displayName, startedAt };
}
