import type { Instant } from '../../calls/call-event.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import type { Zone } from '../time/zone-offset.ts';
import type { CallBackSettings } from './call-back-times.ts';
import type { CallBack } from './fold-call-backs.ts';
import { quietHours } from './quiet-hours.ts';

/**
 * `later`: not yet. `resting`: due, but the customer rests now. `due`: to be called. `late`: the
 * agreed time, or the days in which every customer is called (handbook §5.2), are over.
 */
export type CallBackWhen = 'later' | 'resting' | 'due' | 'late';

export interface DueCallBack {
  readonly callBack: CallBack;
  readonly when: CallBackWhen;
  /**
   * The first moment from now on at which it may be made: never before its time, and in a rest
   * hour only if the customer named it.
   */
  readonly callableAt: Instant;
  /** The last moment at which it is in time. */
  readonly latestAt: Instant;
}

export interface DueCallBacks {
  /** Open ones, first due first. */
  readonly list: readonly DueCallBack[];
  /** When time alone changes the list. */
  readonly nextChangeAt: Instant | null;
}

const DAY_MS = 24 * 3_600_000;
/** Time to make the call in, before and after its agreed hour. */
const AGREED_GRACE_MS = 15 * 60_000;

export function dueCallBacks(
  callBacks: readonly CallBack[],
  settings: CallBackSettings,
  now: Instant,
  utcOffsetMinutes: Zone,
): DueCallBacks {
  const open = callBacks.filter(({ state }) => state.state === 'open');
  const list = open.map((callBack): DueCallBack => {
    const from = Math.max(now, callBack.dueAt);
    const callableAt = allowedFrom(callBack, settings, from, utcOffsetMinutes);
    const latestAt = latestOf(callBack, settings);
    const rests = callableAt > from;
    const when = now < callBack.dueAt ? 'later' : now > latestAt ? 'late' : rests ? 'resting' : 'due';
    return { callBack, when, callableAt, latestAt };
  });
  const changes = list
    .flatMap(({ callBack, callableAt, latestAt }) => [callBack.dueAt, callableAt, latestAt + 1])
    .filter((at) => at > now);
  return {
    list: list.sort((a, b) => a.callBack.dueAt - b.callBack.dueAt),
    nextChangeAt: changes.length === 0 ? null : Math.min(...changes),
  };
}

/**
 * The first moment from `from` on at which the customer may be called. Rest hours bind only what
 * nobody agreed: a customer who named a time expects the call then.
 */
export function allowedFrom(
  { agreed, dueAt }: Pick<CallBack, 'agreed' | 'dueAt'>,
  settings: CallBackSettings,
  from: Instant,
  utcOffsetMinutes: Zone,
): Instant {
  if (agreed && from >= dueAt - AGREED_GRACE_MS) return from;
  const rest = quietHours(settings, from, utcOffsetMinutes);
  return rest.quiet ? rest.until : from;
}

/** The open call-backs of a number, however it was written. */
export function callBacksOf(callBacks: readonly CallBack[], number: string): readonly CallBack[] {
  const form = numberForm(number);
  if (form === null) return [];
  return callBacks.filter(({ state, number }) => state.state === 'open' && numberForm(number) === form);
}

/** The last moment at which a call-back is in time (handbook §5.2). */
export function latestOf(
  { agreed, dueAt, plannedAt }: Pick<CallBack, 'agreed' | 'dueAt' | 'plannedAt'>,
  settings: CallBackSettings,
): Instant {
  return agreed ? dueAt + AGREED_GRACE_MS : Math.max(dueAt, plannedAt + settings.callBackWithinDays * DAY_MS);
}
