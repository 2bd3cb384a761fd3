import type { Instant } from '../../calls/call-event.ts';
import type { CallBackSettings } from '../call-backs/call-back-times.ts';
import { latestOf } from '../call-backs/due-call-backs.ts';
import type { CallBack, CallBackAttempt } from '../call-backs/fold-call-backs.ts';
import type { FigureSpan } from './figure-span.ts';

interface CallBackShare {
  readonly counted: readonly CallBack[];
  readonly of: readonly CallBack[];
}

/** Call-backs by the span in which they were planned (handbook §5.2). */
export interface CallBackFigures {
  readonly planned: readonly CallBack[];
  /**
   * First tried within the days of the pack, or at the time that the customer named. Out of those
   * that were tried, or whose time is over.
   */
  readonly inTime: CallBackShare;
  /** Reached, out of those that were tried. */
  readonly reached: CallBackShare;
  readonly satisfied: CallBackShare;
  /** VIPs that were reached, out of all VIPs to call. A call-back that is not late is left out. */
  readonly vip: CallBackShare;
  readonly dropped: readonly CallBack[];
  readonly open: readonly CallBack[];
  /** Attempts within the span, whenever they were planned, by agent; most first. */
  readonly byAgent: readonly { readonly agent: string; readonly attempts: readonly AttemptOf[] }[];
}

export interface AttemptOf {
  readonly callBack: CallBack;
  readonly attempt: CallBackAttempt;
}

export function callBackFigures(
  callBacks: readonly CallBack[],
  span: FigureSpan,
  settings: CallBackSettings,
  now: Instant,
): CallBackFigures {
  const isIn = (at: Instant) => at >= span.from && at < span.to;
  const planned = callBacks.filter(({ plannedAt }) => isIn(plannedAt));
  const tried = planned.filter(({ attempts }) => attempts.length > 0);
  const judged = planned.filter((one) => one.attempts.length > 0 || isOver(one, settings, now));
  const done = planned.filter(isReached);
  const vips = planned.filter((one) => one.vip && (isReached(one) || isOver(one, settings, now)));
  return {
    planned,
    inTime: { counted: judged.filter((one) => isInTime(one, settings)), of: judged },
    reached: { counted: done, of: tried },
    satisfied: { counted: done.filter((one) => outcomeOf(one) === 'satisfied'), of: done },
    vip: { counted: vips.filter(isReached), of: vips },
    dropped: planned.filter(({ state }) => state.state === 'dropped'),
    open: planned.filter(({ state }) => state.state === 'open'),
    byAgent: byAgent(callBacks, isIn),
  };
}

/** Open, and too late by now. */
function isOver(callBack: CallBack, settings: CallBackSettings, now: Instant): boolean {
  return callBack.state.state === 'open' && now > latestOf(callBack, settings);
}

/** By the time that was planned before it was tried: a later attempt moves it. */
function isInTime(callBack: CallBack, settings: CallBackSettings): boolean {
  const [first] = callBack.attempts;
  return first !== undefined && first.at <= latestOf({ ...callBack, ...callBack.first }, settings);
}

function isReached(callBack: CallBack): boolean {
  const outcome = outcomeOf(callBack);
  return outcome === 'satisfied' || outcome === 'not-satisfied';
}

function outcomeOf({ state }: CallBack) {
  return state.state === 'done' ? state.outcome : null;
}

function byAgent(callBacks: readonly CallBack[], isIn: (at: Instant) => boolean): CallBackFigures['byAgent'] {
  const rows = new Map<string, AttemptOf[]>();
  for (const callBack of callBacks) {
    for (const attempt of callBack.attempts.filter(({ at }) => isIn(at))) {
      const row = rows.get(attempt.by) ?? [];
      row.push({ callBack, attempt });
      rows.set(attempt.by, row);
    }
  }
  return [...rows]
    .map(([agent, attempts]) => ({ agent, attempts }))
    .sort((a, b) => b.attempts.length - a.attempts.length || (a.agent < b.agent ? -1 : 1));
}
