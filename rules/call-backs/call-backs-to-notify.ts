import type { ScheduledClock } from '../../contract/messages/scheduled-clock.ts';
import type { Zone } from '../time/zone-offset.ts';
import type { CallBackSettings } from './call-back-times.ts';
import { dueCallBacks } from './due-call-backs.ts';
import type { CallBack } from './fold-call-backs.ts';

/** Marks the notification of a call-back; those of work orders have no prefix. */
const PREFIX = 'call-back:';

/**
 * The open call-backs of an agent, for the alarms of work-order clocks: the agent is notified when
 * the call may be made, never in a rest hour, and again when it is late.
 */
export function callBacksToNotify(
  callBacks: readonly CallBack[],
  agent: string,
  settings: CallBackSettings,
  utcOffsetMinutes: Zone,
  label: string,
): readonly ScheduledClock[] {
  return callBacks
    .filter(({ plannedBy, attempts }) => plannedBy === agent || attempts.some(({ by }) => by === agent))
    .flatMap((callBack) => dueCallBacks([callBack], settings, callBack.dueAt, utcOffsetMinutes).list)
    .map(({ callBack: { id, dueAt }, callableAt, latestAt }) => ({
      id: `${PREFIX}${id} ${dueAt}`,
      order: PREFIX + id,
      label,
      warnAt: callableAt,
      dueAt: Math.max(latestAt, callableAt + 1),
    }));
}

/** The call-back that a notification speaks of; null where it is a work order. */
export function callBackOfNotification(order: string): string | null {
  return order.startsWith(PREFIX) ? order.slice(PREFIX.length) : null;
}
