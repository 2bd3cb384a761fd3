import type { Call } from '../../calls/call.ts';
import { findCall } from '../../calls/fold-phone.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import type { OrderRules } from '../../rules/work-orders/order-rules.ts';
import type { NoteStore } from '../../storage/notes/note-store.ts';
import { HostPart } from '../part.ts';
import type { JournalWriter } from './journal-writer.ts';
import type { LiveJournal } from './live-journal.ts';
import { recogniseNumber } from './recognise-number.ts';

interface RecogniserNeeds {
  readonly journal: Pick<LiveJournal, 'subscribe' | 'record'>;
  readonly writer: Pick<JournalWriter, 'settled'>;
  readonly notes: NoteStore;
  readonly team: { readonly events: { readonly value: readonly TeamEvent[] } };
  readonly orderRules: () => OrderRules;
  readonly now: () => number;
}

/** Looks up the number of every call that begins, and records what is known of it. */
export class NumberRecogniser extends HostPart<RecogniserNeeds> {
  start(): void {
    this.undoOnStop(
      this.needs.journal.subscribe((phone, { event }) => {
        if (event.type !== 'ringing' && event.type !== 'dialling') return;
        const call = findCall(phone, event.call);
        if (call !== undefined) void this.#recognise(call);
      }),
    );
  }

  async #recognise(call: Call): Promise<void> {
    const { journal, writer, notes, team, orderRules, now } = this.needs;
    // The ring is shown and stored first.
    await writer.settled();
    const known = { notes, team: team.events.value, rules: orderRules() };
    const event = await recogniseNumber(known, call, now());
    if (event !== null) journal.record('host', event);
  }
}
