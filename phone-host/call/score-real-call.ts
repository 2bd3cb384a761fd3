import type { EndedCall } from '../../calls/call.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import type { Adherence } from '../../contract/note/adherence.ts';
import type { Note } from '../../contract/note/note.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { scoreCall } from '../../rules/adherence/score-call.ts';
import type { RulesContext } from '../../rules/call/rules-context.ts';
import { foldCallBacks } from '../../rules/call-backs/fold-call-backs.ts';
import { isDone } from '../../rules/follow-ups/is-done.ts';
import { followUpsOfCall } from '../../rules/follow-ups/pending-follow-up.ts';
import { type PackSource, packOfEntry } from '../../rules/scripts/pack-source.ts';
import { foldWarnings } from '../../rules/warnings/fold-warnings.ts';
import { foldWorkOrders } from '../../rules/work-orders/fold-work-orders.ts';
import { orderRulesOf } from '../../rules/work-orders/order-rules.ts';
import type { CallLeaves } from '../../rules/work-orders/promises-of-call.ts';

interface ScoreParts {
  readonly packs: PackSource;
  readonly context: () => RulesContext;
  readonly team: { readonly events: { readonly value: readonly TeamEvent[] } };
  readonly serverClock: { readonly offset: number | null };
  readonly now: () => Instant;
}

/** The score of a real call, at the end of its wrap-up, by the pack that it was answered with. */
export function scoreRealCall({ packs, context, team, serverClock, now }: ScoreParts) {
  return (entries: readonly JournalEntry[], call: EndedCall, note: Note | null): Adherence | null => {
    const [first] = entries;
    const pack = first === undefined ? packs.pack : packOfEntry(first, packs.pack, packs);
    const isRecorded = recordedBy(team.events.value, {
      ...{ call, note, pack, context: context(), now: now() },
      ahead: serverClock.offset ?? 0,
    });
    return scoreCall(
      {
        ...{ journal: entries, call: call.id, pack, context: context(), expected: [] },
        after: { note, isRecorded },
      },
      now(),
    );
  };
}

interface Done {
  readonly call: EndedCall;
  readonly note: Note | null;
  readonly pack: Pack;
  readonly context: RulesContext;
  readonly now: Instant;
  /** Of the server's clock, by which the team's work is dated. */
  readonly ahead: number;
}

/** Null for a promise whose time is not over: it may be written down yet. */
function recordedBy(events: readonly TeamEvent[], { call, note, pack, context, now, ahead }: Done) {
  const { utcOffsetMinutes } = context;
  const work = {
    orders: [...foldWorkOrders(events, orderRulesOf(pack, utcOffsetMinutes)).orders.values()],
    callBacks: foldCallBacks(events).callBacks,
    warnings: foldWarnings(events),
  };
  const to = { surname: '', title: null, note: note?.id ?? null, by: context.agentNumber };
  return (left: CallLeaves): boolean | null => {
    const [followUp] = followUpsOfCall([left], call, to, pack, utcOffsetMinutes, ahead);
    if (followUp === undefined) return null;
    if (isDone(followUp, work)) return true;
    return followUp.dueAt !== null && followUp.dueAt < now + ahead ? false : null;
  };
}
