import type { Call } from '../../calls/call.ts';
import type { CallId } from '../../calls/call-event.ts';
import { findCall } from '../../calls/fold-phone.ts';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import type { OrderRules } from '../../rules/work-orders/order-rules.ts';
import type { NoteStore } from '../../storage/notes/note-store.ts';
import { HostPart } from '../part.ts';
import type { JournalWriter } from './journal-writer.ts';
import type { LiveJournal } from './live-journal.ts';
import { nameOfCaller, recogniseNumber } from './recognise-number.ts';

interface RecogniserNeeds {
  readonly journal: Pick<LiveJournal, 'subscribe' | 'record'>;
  readonly writer: Pick<JournalWriter, 'settled'>;
  readonly notes: NoteStore;
  readonly team: { readonly events: { readonly value: readonly TeamEvent[] } };
  readonly orderRules: () => OrderRules;
  /** A name that the agent has typed stays. Absent: none is typed before the ring is known. */
  readonly isNamed?: (call: CallId) => boolean;
  readonly now: () => number;
}

const BRINGS_NUMBER: ReadonlySet<JournalEvent['type']> = new Set<JournalEvent['type']>([
  'ringing',
  'dialling',
  'remote-party-changed',
]);

/**
 * Looks up the number of every call that begins, and of a caller whom the phone system names later;
 * records what is known of it.
 */
export class NumberRecogniser extends HostPart<RecogniserNeeds> {
  /** The number of each live call. */
  readonly #numbers = new Map<CallId, string>();

  start(): void {
    this.undoOnStop(
      this.needs.journal.subscribe((phone, { event }) => {
        if (event.type === 'ended') this.#numbers.delete(event.call);
        if (!BRINGS_NUMBER.has(event.type) || !('call' in event)) return;
        const call = findCall(phone, event.call);
        if (call === undefined) return;
        this.#numbers.set(call.id, call.remoteParty.number);
        void this.#recognise(call);
      }),
    );
  }

  async #recognise(call: Call): Promise<void> {
    const { journal, writer, notes, team, orderRules, isNamed, now } = this.needs;
    // The ring is shown and stored first.
    await writer.settled();
    const known = { notes, team: team.events.value, rules: orderRules() };
    const event = await recogniseNumber(known, call, now());
    // Two look-ups of one call may finish in any order: only the last number counts.
    if (event !== null && this.#numbers.get(call.id) === call.remoteParty.number) {
      journal.record('host', event);
    }
    const named = await nameOfCaller(known, call, now());
    if (named === null || this.#numbers.get(call.id) !== call.remoteParty.number) return;
    if (isNamed?.(call.id) === true) return;
    journal.record('host', { type: 'caller-named', call: call.id, at: now(), ...named });
  }
}
