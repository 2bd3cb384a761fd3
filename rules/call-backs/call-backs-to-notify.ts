import type { Instant } from '../../calls/call-event.ts';
import type { ScheduledClock } from '../../contract/messages/scheduled-clock.ts';
import type { Attendance } from '../shift/attendance.ts';
import type { Zone } from '../time/zone-offset.ts';
import type { CallBackSettings } from './call-back-times.ts';
import { type DueCallBack, dueCallBacks } from './due-call-backs.ts';
import type { CallBack } from './fold-call-backs.ts';

/** Marks the notification of a call-back; those of work orders have no prefix. */
const PREFIX = 'call-back:';

/** A VIP is called at the promised time: after that somebody else is asked. */
const VIP_WAITS_MS = 15 * 60_000;

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
  return scheduled(callBacks, settings, utcOffsetMinutes)
    .filter(({ callBack }) => callersOf(callBack).includes(agent))
    .map((due) => clockOf(due, label));
}

/**
 * Those of other agents, for the next in line: where everybody who is to make the call is signed
 * out, as soon as it may be made; else once it is late. A VIP does not wait so long.
 */
export function callBacksOfAbsent(
  callBacks: readonly CallBack[],
  deputy: string,
  settings: CallBackSettings,
  utcOffsetMinutes: Zone,
  attendance: Attendance,
  label: (callBack: CallBack) => string,
): readonly ScheduledClock[] {
  return scheduled(callBacks, settings, utcOffsetMinutes)
    .filter(({ callBack }) => !callersOf(callBack).includes(deputy))
    .map((due) => {
      const { id, warnAt, ...clock } = clockOf(due, label(due.callBack));
      const lateAt = lateFrom(due);
      const absent = callersOf(due.callBack).every((agent) => attendance.awaySince(agent) !== null);
      return { ...clock, id: `${id}/deputy`, warnAt: absent ? warnAt : lateAt, dueAt: lateAt };
    });
}

/** The open call-backs of a team, each with the times between which it is to be made. */
export function notifiedCallBacks(
  callBacks: readonly CallBack[],
  settings: CallBackSettings,
  zone: Zone,
): readonly { readonly callBack: CallBack; readonly clock: Omit<ScheduledClock, 'label'> }[] {
  return scheduled(callBacks, settings, zone).map((due) => {
    const { label: _, ...clock } = clockOf(due, '');
    return { callBack: due.callBack, clock: { ...clock, dueAt: lateFrom(due) } };
  });
}

/** When somebody else is asked to make it. */
function lateFrom(due: DueCallBack): Instant {
  const { dueAt } = clockOf(due, '');
  return due.callBack.vip ? Math.min(dueAt, due.callableAt + VIP_WAITS_MS) : dueAt;
}

/** The agent to whom it was given, or who planned and tried it. */
export function callersOf({ assignedTo, plannedBy, attempts }: CallBack): readonly string[] {
  return assignedTo !== null ? [assignedTo] : [plannedBy, ...attempts.map(({ by }) => by)];
}

function scheduled(callBacks: readonly CallBack[], settings: CallBackSettings, zone: Zone) {
  return callBacks.flatMap((callBack) => dueCallBacks([callBack], settings, callBack.dueAt, zone).list);
}

function clockOf(
  { callBack: { id, dueAt }, callableAt, latestAt }: DueCallBack,
  label: string,
): ScheduledClock {
  return {
    id: `${PREFIX}${id} ${dueAt}`,
    order: PREFIX + id,
    label,
    warnAt: callableAt,
    dueAt: Math.max(latestAt, callableAt + 1),
  };
}

/** The call-back that a notification speaks of; null where it is a work order. */
export function callBackOfNotification(order: string): string | null {
  return order.startsWith(PREFIX) ? order.slice(PREFIX.length) : null;
}
