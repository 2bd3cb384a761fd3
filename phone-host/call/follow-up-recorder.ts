import type { EndedCall } from '../../calls/call.ts';
import type { CallId, Instant } from '../../calls/call-event.ts';
import { findCall } from '../../calls/fold-phone.ts';
import { knownNumber } from '../../calls/numbers/withheld.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import { newestSeq } from '../../contract/team/event-order.ts';
import { type TeamEvent, teamEvent } from '../../contract/team/team-event.ts';
import type { CallFacts } from '../../rules/call/call-facts.ts';
import { emptyFields, neededFields } from '../../rules/follow-ups/asked-fields.ts';
import { foldFollowUps } from '../../rules/follow-ups/fold-follow-ups.ts';
import {
  fieldsLeft,
  followUpKey,
  followUpsOfCall,
  leftFact,
  type PendingFollowUp,
  type PromisedTo,
} from '../../rules/follow-ups/pending-follow-up.ts';
import type { Zone } from '../../rules/time/zone-offset.ts';
import { leftByCall } from '../../rules/work-orders/promises-of-call.ts';
import type { NoteStore } from '../../storage/notes/note-store.ts';
import { HostPart } from '../part.ts';
import type { JournalStream } from './live-journal.ts';
import type { StatusFacts } from './status-facts.ts';

interface FollowUpNeeds {
  readonly journal: JournalStream;
  readonly rules: { facts(call: CallId): CallFacts | null };
  readonly team: { readonly events: { readonly value: readonly TeamEvent[] } };
  readonly stores: {
    readonly team: { append(events: readonly TeamEvent[]): Promise<void> };
    readonly notes: Pick<NoteStore, 'noteOfCall' | 'read'>;
  };
  readonly settings: { readonly value: Pick<Settings, 'agentNumber'> };
  readonly packs: { readonly pack: Pack; readonly key: string };
  readonly utcOffsetMinutes: () => Zone;
  readonly serverClock: { readonly offset: number | null };
  readonly facts: Pick<StatusFacts, 'report'>;
  readonly now: () => Instant;
}

type LeftBy = (call: EndedCall, facts: CallFacts) => Promise<readonly PendingFollowUp[]>;

/**
 * Stores what a call left to do when it ends, panel or not: it outlives the wrap-up, the browser
 * and the shift. Calls that an earlier host lost are made up for.
 */
export class FollowUpRecorder extends HostPart<FollowUpNeeds> {
  start(): void {
    const { journal } = this.needs;
    for (const call of journal.phone.calls) {
      if (call.state === 'ended' && call.end.how === 'lost') this.#run(call, this.#promisesOf);
    }
    this.undoOnStop(
      journal.subscribe((phone, { event }) => {
        if (event.type !== 'ended' && event.type !== 'wrap-up-finished') return;
        const call = findCall(phone, event.call);
        if (call?.state !== 'ended') return;
        this.#run(call, event.type === 'ended' ? this.#promisesOf : this.#emptyFieldsOf);
      }),
    );
  }

  #run(call: EndedCall, leftBy: LeftBy): void {
    this.#store(call, leftBy).catch((error: unknown) => {
      console.error('follow-ups: could not be stored', error);
      this.needs.facts.report({ storage: 'failed' });
    });
  }

  async #store(call: EndedCall, leftBy: LeftBy): Promise<void> {
    const { rules, team, stores, settings, packs, serverClock, now } = this.needs;
    const facts = rules.facts(call.id);
    if (facts === null) return;
    const left = await leftBy(call, facts);
    const known = foldFollowUps(team.events.value).left;
    const origin = {
      ...{ by: settings.value.agentNumber, offset: serverClock.offset, pack: packs.key },
      seen: newestSeq(team.events.value),
    };
    const events = left
      .filter((followUp) => !known.has(followUpKey(followUp)))
      .map((followUp) => teamEvent(leftFact(followUp), crypto.randomUUID(), Math.round(now()), origin));
    if (events.length > 0) await stores.team.append(events);
  }

  readonly #promisesOf: LeftBy = async (call, facts) => {
    const { packs, utcOffsetMinutes, serverClock } = this.needs;
    const [offset, ahead] = [utcOffsetMinutes(), serverClock.offset ?? 0];
    const left = leftByCall(facts, packs.pack, offset);
    if (left.length === 0) return [];
    const to = await this.#promisedTo(call, facts);
    return followUpsOfCall(left, call, to, packs.pack, offset, ahead);
  };

  /** Before the wrap-up is finished it is not known what stays empty. */
  readonly #emptyFieldsOf: LeftBy = async (call, facts) => {
    const { packs, stores } = this.needs;
    const needed = neededFields(facts, packs.pack);
    if (call.answeredAt === null || needed.length === 0) return [];
    const to = await this.#promisedTo(call, facts);
    const { note } = to;
    if (note === null) return [];
    const read = await stores.notes.read(note);
    const empty = read.ok ? emptyFields(needed, read.note, knownNumber(call.remoteParty.number)) : [];
    return empty.length === 0
      ? []
      : [fieldsLeft(empty, call, { ...to, note }, this.needs.serverClock.offset ?? 0)];
  };

  async #promisedTo(call: EndedCall, { name }: CallFacts): Promise<PromisedTo> {
    const note = await this.needs.stores.notes.noteOfCall(call.id);
    const by = this.needs.settings.value.agentNumber;
    return { surname: name?.surname ?? '', title: name?.title ?? null, note, by };
  }
}
