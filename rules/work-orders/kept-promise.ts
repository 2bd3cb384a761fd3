import type { Instant } from '../../calls/call-event.ts';
import type { Calendar } from '../../contract/pack/calendar.ts';
import type { WorkOrderDue } from '../../contract/pack/follow-up.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Zone } from '../time/zone-offset.ts';
import { nextOpening } from './time-limit-end.ts';
import { workingSpans } from './working-spans.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Who answers the team's queries. */
const SUPERVISOR = 'hotline-supervisor';

/** When a promise made at `at` ends; null for a time that is agreed with the caller. */
export function promiseEnd(
  due: WorkOrderDue,
  at: Instant,
  { settings, calendar }: Pack,
  utcOffsetMinutes: Zone,
): Instant | null {
  const { supervisorMinutes, simpleHours, complexHours } = settings.answerPromises;
  switch (due) {
    case 'supervisor':
      return at + supervisorMinutes * MINUTE_MS;
    case 'simple':
      return at + simpleHours * HOUR_MS;
    case 'complex':
      return at + complexHours * HOUR_MS;
    case 'next-shift':
      return nextOpening(at, { calendar, utcOffsetMinutes });
    case 'agreed':
      return null;
  }
}

/**
 * The promise that can be kept instead: nobody is promised an answer by a time before which nobody
 * who has to give it is at work. The next shift gives it then.
 */
export function keptPromise(
  due: WorkOrderDue,
  at: Instant,
  pack: Pack,
  utcOffsetMinutes: Zone,
): WorkOrderDue {
  const end = promiseEnd(due, at, pack, utcOffsetMinutes);
  if (end === null || due === 'next-shift') return due;
  const supervised = hoursOfSupervisor(pack);
  const hours = due === 'supervisor' ? (supervised ?? pack.calendar) : pack.calendar;
  const works = (calendar: Calendar) => isWorkedIn(at, end, calendar, utcOffsetMinutes);
  return works(hours) || (supervised !== null && works(supervised)) ? due : 'next-shift';
}

/** Duty hours by the directory; null if it names none. */
function hoursOfSupervisor({ directory }: Pack): Calendar | null {
  const hours = directory.flatMap((entry) =>
    entry.kind === 'person' && entry.position === SUPERVISOR ? entry.hours : [],
  );
  return hours.length === 0 ? null : { hours, holidays: [], shifted: [] };
}

function isWorkedIn(from: Instant, to: Instant, calendar: Calendar, utcOffsetMinutes: Zone): boolean {
  const days = Math.ceil((to - from) / (24 * HOUR_MS)) + 1;
  for (const span of workingSpans(from, days, { calendar, utcOffsetMinutes })) {
    if (span.from < to && span.to > from) return true;
  }
  return false;
}
