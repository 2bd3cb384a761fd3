import type { Instant } from '../../calls/call-event.ts';
import type { CallerTitle } from '../../calls/vocabulary/caller-title.ts';
import type { ContactCategory } from '../../calls/vocabulary/contact-category.ts';
import type { WorkOrderKind, WorkOrderStage } from '../../contract/pack/work-order-kind.ts';
import type { WorkOrderEvent } from '../../contract/team/team-event.ts';
import type { ComplaintRecord } from '../../contract/team/work-order-parts.ts';
import type { OrderClock } from './order-clock.ts';
import type { OrderRefusal } from './order-refusal.ts';
import type { OrderRules } from './order-rules.ts';

export type WorkOrderOutcome = Extract<WorkOrderEvent, { type: 'work-order-closed' }>['outcome'];

/** What made a complaint major (handbook §4.2). */
export type MajorReason = 'sign' | 'batch' | 'late-answer' | 'wrong-answer' | 'judged';

export type OrderStatus =
  | { readonly state: 'open' }
  /** The order was escalated: another order continues it with its clocks. */
  | { readonly state: 'handed-up'; readonly to: string; readonly at: Instant }
  | {
      readonly state: 'closed';
      readonly at: Instant;
      readonly by: string;
      readonly outcome: WorkOrderOutcome;
      readonly reason: string;
    };

export type OrderHistoryEntry =
  | { readonly what: 'event'; readonly at: Instant; readonly event: WorkOrderEvent; readonly stage: string }
  /** A clock ran out and moved the order. */
  | { readonly what: 'passed-on'; readonly at: Instant; readonly stage: string; readonly to: string }
  | { readonly what: 'major'; readonly at: Instant; readonly why: MajorReason }
  | { readonly what: 'handed-up'; readonly at: Instant; readonly to: string }
  /** An event that another had made impossible: it changed nothing, its words are kept. */
  | {
      readonly what: 'refused';
      readonly at: Instant;
      readonly event: WorkOrderEvent;
      readonly why: OrderRefusal;
    };

/** One work order, from its events and its clocks. */
export interface WorkOrder {
  readonly id: string;
  /** What is said on the phone; null for an order from before there were numbers. */
  readonly orderNumber: string | null;
  readonly kind: WorkOrderKind;
  readonly category: ContactCategory;
  readonly number: string;
  readonly surname: string;
  readonly title: CallerTitle | null;
  readonly matter: string;
  readonly note: string | null;
  readonly follows: string | null;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly status: OrderStatus;
  readonly stage: WorkOrderStage;
  /** When the present stage received it. */
  readonly stageSince: Instant;
  readonly record: ComplaintRecord | null;
  /** Whether the caller accepted the last answer; null before the first. */
  readonly accepted: boolean | null;
  readonly major: { readonly since: Instant; readonly why: MajorReason } | null;
  /**
   * When the third customer with the same fault made it part of a batch; null where it is in none.
   */
  readonly batchSince: Instant | null;
  /** All clocks, also ended ones, in the order they began. */
  readonly clocks: readonly OrderClock[];
  readonly copiedTo: readonly string[];
  readonly history: readonly OrderHistoryEntry[];
  /** Numbers of the agents who wrote its events. */
  readonly hands: readonly string[];
  /** By which time alone goes on: those of the last event; null: those in force now. */
  readonly judgedBy: OrderRules | null;
  /** The time to which it is folded. */
  readonly foldedTo: Instant;
}
