import type { EndedCall } from '../../calls/call.ts';
import type { CallId } from '../../calls/call-event.ts';
import { findCall, type Phone } from '../../calls/fold-phone.ts';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import { SerialQueue } from '../../calls/timing/serial-queue.ts';
import type { Adherence } from '../../contract/note/adherence.ts';
import type { Note, NoteContact } from '../../contract/note/note.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { RING_CADENCES } from '../../contract/pack/ring-cadence.ts';
import { hotlineOfCall } from '../../rules/hotlines/hotline-of-call.ts';
import { ringsBeforeAnswer } from '../../rules/ring/ring-timer.ts';
import type { PackSource } from '../../rules/scripts/pack-source.ts';
import { finalizeFacts } from '../../storage/notes/finalize-facts.ts';
import { NoteDraft } from '../../storage/notes/note-draft.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { HostPart } from '../part.ts';
import type { ServerClock } from '../server/server-clock.ts';
import type { CurrentSettings } from './current-settings.ts';
import type { JournalWriter } from './journal-writer.ts';
import type { JournalStream } from './live-journal.ts';
import type { StatusFacts } from './status-facts.ts';

/** As long as the field in the note may be. */
const LONGEST_CONTACT_NUMBER = 64;

interface NoteNeeds {
  readonly journal: JournalStream;
  readonly writer: Pick<JournalWriter, 'settled'>;
  readonly stores: Pick<Stores, 'journal' | 'notes'>;
  readonly settings: Pick<CurrentSettings, 'value'>;
  /** Names the hotline that was dialled; without packs there is none. */
  readonly packs?: Pick<PackSource, 'pack'>;
  readonly facts: Pick<StatusFacts, 'report'>;
  readonly serverClock: Pick<ServerClock, 'offset'>;
  /** The score of a call that is over; without it there is none. */
  readonly score?: (entries: readonly JournalEntry[], call: EndedCall, note: Note | null) => Adherence | null;
}

/**
 * Creates a note at the first ring, adds the number of a caller who is named later, and the facts
 * of the call at its end, panel or not.
 */
export class NoteRecorder extends HostPart<NoteNeeds> {
  /** The note is made before it is changed. */
  readonly #queue = new SerialQueue();
  /** Of calls since the start: a note that was deleted since is not made anew. */
  readonly #noteOf = new Map<CallId, string>();

  start(): void {
    this.undoOnStop(
      this.needs.journal.subscribe((phone, { event }) => {
        if (event.type === 'ringing' || event.type === 'dialling')
          this.#run(() => this.#create(phone, event.call));
        if (event.type === 'remote-party-changed') this.#run(() => this.#noteNumber(phone, event.call));
        // A blocked call is on record, although it never rang.
        const isBlocked = event.type === 'turned-away' && event.why === 'blocked';
        if (event.type === 'ended' || isBlocked) this.#run(() => this.#finalize(phone, event.call));
        // A note is finished in the wrap-up, and so is the score.
        if (event.type === 'wrap-up-finished') this.#run(() => this.#finalize(phone, event.call));
      }),
    );
  }

  /** After the journal entry is stored, and so after the ring is on the screen. */
  async #create(phone: Phone, id: CallId): Promise<void> {
    const contact = contactOf(phone, id, this.needs.packs?.pack);
    await this.needs.writer.settled();
    await this.#makeNote(id, contact);
  }

  async #makeNote(id: CallId, contact: NoteContact): Promise<string> {
    const known = this.#noteOf.get(id);
    if (known !== undefined) return known;
    const { stores, serverClock } = this.needs;
    const note = await stores.notes.create(contact, {}, serverClock.offset);
    this.#noteOf.set(id, note);
    return note;
  }

  /**
   * The number that rang was a colleague's; the caller's own is the one to reach them at. What the
   * agent typed there stays.
   */
  async #noteNumber(phone: Phone, id: CallId): Promise<void> {
    const { notes } = this.needs.stores;
    const number = findCall(phone, id)?.remoteParty.number.slice(0, LONGEST_CONTACT_NUMBER) ?? '';
    const form = numberForm(number);
    const note = await this.#makeNote(id, contactOf(phone, id, this.needs.packs?.pack));
    const opened = await NoteDraft.open(notes, note);
    if (!opened.ok) return;
    const { contact, contactNumber } = opened.draft.view.note;
    const isNew = contact.kind !== 'call' || numberForm(contact.number) !== form;
    if (form !== null && isNew && contactNumber === '') opened.draft.type({ contactNumber: number });
    await opened.draft.settled();
    opened.draft.close();
  }

  async #finalize(phone: Phone, id: CallId): Promise<void> {
    const { stores, writer } = this.needs;
    const note = await this.#makeNote(id, contactOf(phone, id, this.needs.packs?.pack));
    await writer.settled();
    const { entries } = await stores.journal.load({ call: id });
    const facts = finalizeFacts(entries, id, this.#rings(phone, id));
    if (facts === null) return;
    const adherence = await this.#score(phone, id, entries, note);
    await stores.notes.finalizeFacts(note, { ...facts, ...(adherence !== null && { adherence }) });
  }

  /** Null until the wrap-up of an answered call is finished. */
  async #score(phone: Phone, id: CallId, entries: readonly JournalEntry[], note: string) {
    const { score, stores } = this.needs;
    const call = findCall(phone, id);
    if (score === undefined || call?.state !== 'ended') return null;
    const isFinished = entries.some(({ event }) => event.type === 'wrap-up-finished');
    if (call.answeredAt !== null && !isFinished) return null;
    const read = await stores.notes.read(note);
    return score(entries, call, read.ok ? read.note : null);
  }

  /** Rings that began before the answer or the end; null where none could be counted. */
  #rings(phone: Phone, id: CallId): number | null {
    const call = findCall(phone, id);
    if (call?.state !== 'ended' || call.direction === 'outbound' || call.mediaOnly === true) return null;
    const cadence = RING_CADENCES[this.needs.settings.value.cadence];
    return ringsBeforeAnswer(call.startedAt, call.answeredAt ?? call.endedAt, cadence);
  }

  #run(work: () => Promise<unknown>): void {
    this.#queue.run(work).catch((error: unknown) => {
      console.error('notes: could not be stored', error);
      this.needs.facts.report({ storage: 'failed' });
    });
  }
}

function contactOf(phone: Phone, id: CallId, pack: Pack | undefined): NoteContact {
  const call = findCall(phone, id);
  if (call === undefined) throw new Error('a note is created for a call that the phone does not know');
  const { direction, remoteParty, startedAt } = call;
  const { number, displayName } = remoteParty;
  const hotline = pack === undefined ? null : hotlineOfCall(call, pack);
  return {
    ...{ kind: 'call', call: id, direction, number, displayName, startedAt },
    ...(hotline !== null && { hotline: { id: hotline.id, name: hotline.name } }),
  };
}
