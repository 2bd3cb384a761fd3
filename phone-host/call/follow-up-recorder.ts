import type { EndedCall } from '../../calls/call.ts';
import type { CallId, Instant } from '../../calls/call-event.ts';
import { findCall } from '../../calls/fold-phone.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import { newestSeq } from '../../contract/team/event-order.ts';
import { type TeamEvent, teamEvent } from '../../contract/team/team-event.ts';
import type { CallFacts } from '../../rules/call/call-facts.ts';
import { foldFollowUps } from '../../rules/follow-ups/fold-follow-ups.ts';
import { followUpKey, followUpsOfCall, leftFact } from '../../rules/follow-ups/pending-follow-up.ts';
import { leftByCall } from '../../rules/work-orders/promises-of-call.ts';
import { HostPart } from '../part.ts';
import type { JournalStream } from './live-journal.ts';
import type { StatusFacts } from './status-facts.ts';

interface FollowUpNeeds {
  readonly journal: JournalStream;
  readonly rules: { facts(call: CallId): CallFacts | null };
  readonly team: { readonly events: { readonly value: readonly TeamEvent[] } };
  readonly stores: {
    readonly team: { append(events: readonly TeamEvent[]): Promise<void> };
    readonly notes: { noteOfCall(call: CallId): Promise<string | null> };
  };
  readonly settings: { readonly value: Pick<Settings, 'agentNumber'> };
  readonly packs: { readonly pack: Pack; readonly key: string };
  readonly utcOffsetMinutes: () => number;
  readonly serverClock: { readonly offset: number | null };
  readonly facts: Pick<StatusFacts, 'report'>;
  readonly now: () => Instant;
}

/**
 * Stores what a call left to do when it ends, panel or not: it outlives the wrap-up, the browser
 * and the shift. Calls that an earlier host lost are made up for.
 */
export class FollowUpRecorder extends HostPart<FollowUpNeeds> {
  start(): void {
    const { journal } = this.needs;
    for (const call of journal.phone.calls) {
      if (call.state === 'ended' && call.end.how === 'lost') this.#run(call);
    }
    this.undoOnStop(
      journal.subscribe((phone, { event }) => {
        const call = event.type === 'ended' ? findCall(phone, event.call) : undefined;
        if (call?.state === 'ended') this.#run(call);
      }),
    );
  }

  #run(call: EndedCall): void {
    this.#store(call).catch((error: unknown) => {
      console.error('follow-ups: could not be stored', error);
      this.needs.facts.report({ storage: 'failed' });
    });
  }

  async #store(call: EndedCall): Promise<void> {
    const { rules, team, stores, settings, packs, utcOffsetMinutes, serverClock, now } = this.needs;
    const facts = rules.facts(call.id);
    const offset = utcOffsetMinutes();
    const left = facts === null ? [] : leftByCall(facts, packs.pack, offset);
    if (facts === null || left.length === 0) return;
    const by = settings.value.agentNumber;
    const note = await stores.notes.noteOfCall(call.id);
    const to = { surname: facts.name?.surname ?? '', title: facts.name?.title ?? null, note, by };
    const known = foldFollowUps(team.events.value).left;
    const origin = { by, offset: serverClock.offset, seen: newestSeq(team.events.value), pack: packs.key };
    const events = followUpsOfCall(left, call, to, packs.pack, offset).flatMap((followUp) => {
      const fact = known.has(followUpKey(followUp)) ? null : leftFact(followUp);
      return fact === null ? [] : [teamEvent(fact, crypto.randomUUID(), Math.round(now()), origin)];
    });
    if (events.length > 0) await stores.team.append(events);
  }
}
