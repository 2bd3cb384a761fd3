import type { Instant } from '../../calls/call-event.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { callersOf, notifiedCallBacks } from '../call-backs/call-backs-to-notify.ts';
import { foldCallBacks } from '../call-backs/fold-call-backs.ts';
import { foldHandovers } from '../handover/fold-handovers.ts';
import { handoversToNotify } from '../handover/handovers-to-notify.ts';
import { attendanceAt } from '../shift/attendance.ts';
import { notifiedClocks } from '../work-orders/clocks-to-notify.ts';
import type { WorkOrderState } from '../work-orders/fold-work-orders.ts';
import { nameOf } from '../work-orders/order-clock.ts';
import type { OrderRules } from '../work-orders/order-rules.ts';

/** One running clock of a team, whoever is responsible. */
export interface Deadline {
  /** Of the clock: the same in every browser of the team. */
  readonly id: string;
  readonly of: 'order' | 'call-back' | 'handover';
  /** The order, call-back or handover sheet. */
  readonly subject: string;
  /** What is said on the phone; null where there is none. */
  readonly orderNumber: string | null;
  /** What the clock counts: a stage, an answer; empty where `of` says it. */
  readonly counts: string;
  /** An owner of the pack. */
  readonly owner: string;
  /** Numbers of the agents who are to act; empty where it is no agent's. */
  readonly agents: readonly string[];
  readonly warnAt: Instant;
  readonly dueAt: Instant;
}

/**
 * The deadlines of a team at `now`, by the folds that decide in the panel too: orders, call-backs
 * and handovers.
 */
export function teamDeadlines(
  events: readonly TeamEvent[],
  orders: WorkOrderState,
  { pack, rules, now }: { readonly pack: Pack; readonly rules: OrderRules; readonly now: Instant },
): readonly Deadline[] {
  const { utcOffsetMinutes: zone } = rules;
  const clocks = notifiedClocks(orders, now, rules).map(({ order, clock }): Deadline => {
    const { id, of, owner, warnAt, dueAt } = clock;
    const { id: subject, orderNumber, hands } = order;
    const agents = owner === 'agent' ? hands : [];
    return { of: 'order', id, subject, orderNumber, counts: nameOf(of), owner, agents, warnAt, dueAt };
  });
  const none = { orderNumber: null, counts: '', owner: 'agent' };
  const { callBacks } = foldCallBacks(events);
  const calls = notifiedCallBacks(callBacks, pack.settings, zone).map(({ callBack, clock }): Deadline => {
    const { id, warnAt, dueAt } = clock;
    const agents = [...new Set(callersOf(callBack))];
    return { ...none, of: 'call-back', id, subject: callBack.id, agents, warnAt, dueAt };
  });
  const attendance = attendanceAt(now, events, pack, zone);
  const { sheets } = foldHandovers(events);
  const handovers = sheets.flatMap((sheet) =>
    handoversToNotify([sheet], now, attendance, () => '').map(({ id, warnAt, dueAt }): Deadline => {
      return { ...none, of: 'handover', id, subject: sheet.id, agents: [sheet.by], warnAt, dueAt };
    }),
  );
  return [...clocks, ...calls, ...handovers];
}

/** A deadline that is near or missed, since `at`. */
export interface DeadlineNotice {
  readonly deadline: Deadline;
  readonly is: 'near' | 'missed';
  readonly at: Instant;
}

/** Nobody is notified of what was missed so long ago. */
const NOTICED_MS = 7 * 86_400_000;

/**
 * What is near or missed at `now`, and when the next one will be. What came close and passed while
 * nobody checked is missed only.
 */
export function deadlineNotices(
  deadlines: readonly Deadline[],
  now: Instant,
): { readonly notices: readonly DeadlineNotice[]; readonly nextAt: Instant | null } {
  const notices = deadlines.flatMap((deadline): readonly DeadlineNotice[] => {
    const { warnAt, dueAt } = deadline;
    if (now >= dueAt) return now - dueAt < NOTICED_MS ? [{ deadline, is: 'missed', at: dueAt }] : [];
    return now >= warnAt ? [{ deadline, is: 'near', at: warnAt }] : [];
  });
  const ahead = deadlines.flatMap(({ warnAt, dueAt }) => [warnAt, dueAt]).filter((at) => at > now);
  return { notices, nextAt: ahead.length === 0 ? null : Math.min(...ahead) };
}
