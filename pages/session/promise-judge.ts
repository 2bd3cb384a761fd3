import { computed } from '@preact/signals';
import type { Instant } from '../../calls/call-event.ts';
import type { Adherence } from '../../contract/note/adherence.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { judgeOpenPromises } from '../../rules/adherence/judge-open-promises.ts';
import { foldCallBacks } from '../../rules/call-backs/fold-call-backs.ts';
import { foldFollowUps } from '../../rules/follow-ups/fold-follow-ups.ts';
import { foldWarnings } from '../../rules/warnings/fold-warnings.ts';
import { foldWorkOrders } from '../../rules/work-orders/fold-work-orders.ts';
import { orderRulesOf } from '../../rules/work-orders/order-rules.ts';
import type { TeamLog } from './team-log.ts';

/** The score of a note as it is now. */
export type PromiseJudge = (note: string, adherence: Adherence) => Adherence;

/** Promises that were open at wrap-up, judged by the team's events, which are folded once. */
export function promiseJudge(
  { events }: Pick<TeamLog, 'events'>,
  pack: () => Pack,
  now: () => Instant,
): PromiseJudge {
  const done = computed(() => {
    // The times of a promise are in its event, so no zone is needed.
    const { orders } = foldWorkOrders(events.value, orderRulesOf(pack(), 0));
    const callBacks = foldCallBacks(events.value).callBacks;
    const work = { orders: [...orders.values()], callBacks, warnings: foldWarnings(events.value) };
    return { followUps: foldFollowUps(events.value), work };
  });
  return (note, adherence) => {
    const { followUps, work } = done.value;
    return judgeOpenPromises(note, adherence, followUps, work, now());
  };
}
