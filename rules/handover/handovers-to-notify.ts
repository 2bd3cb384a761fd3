import type { Instant } from '../../calls/call-event.ts';
import type { ScheduledClock } from '../../contract/messages/scheduled-clock.ts';
import type { Attendance } from '../shift/attendance.ts';
import type { HandoverSheet } from './fold-handovers.ts';

/** Marks the notification of a handover sheet. */
const PREFIX = 'handover:';

/** Both shifts are there for so long (handbook §6.1). */
const BOTH_THERE_MS = 15 * 60_000;
/** An older sheet is of a shift that is over. */
const LISTED_MS = 24 * 3_600_000;

/**
 * The sheets of which the next in line is notified: the leaving agent went without signing, or
 * nobody of the coming shift has signed in time.
 */
export function handoversToNotify(
  sheets: readonly HandoverSheet[],
  now: Instant,
  attendance: Attendance,
  label: (agent: string) => string,
): readonly ScheduledClock[] {
  return sheets.flatMap((sheet) => {
    const dueAt = unsignedFrom(sheet, attendance);
    if (dueAt === null || now - dueAt > LISTED_MS) return [];
    const id = PREFIX + sheet.id;
    return [{ id: `${id}/${sheet.is.state}`, order: id, label: label(sheet.by), warnAt: dueAt, dueAt }];
  });
}

/** When a signature is missing; null where none is. */
function unsignedFrom({ by, is }: HandoverSheet, attendance: Attendance): Instant | null {
  switch (is.state) {
    case 'written':
      return attendance.awaySince(by);
    case 'signed':
      return is.leaving.at + BOTH_THERE_MS;
    case 'accepted':
      return null;
  }
}

export function isHandoverNotification(order: string): boolean {
  return order.startsWith(PREFIX);
}
