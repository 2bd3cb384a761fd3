import type { Instant } from '../../../calls/call-event.ts';
import type { CallerTitle } from '../../../calls/vocabulary/caller-title.ts';
import type { ComplaintRecord } from '../../../contract/team/work-order-parts.ts';
import type { ActingRole } from '../../../rules/work-orders/acting-role.ts';
import type { ClockReading } from '../../../rules/work-orders/order-clock.ts';
import type { OrderRefusal } from '../../../rules/work-orders/order-refusal.ts';
import type { MajorReason, WorkOrderOutcome } from '../../../rules/work-orders/work-order.ts';
import type { OrderPaper } from '../../papers/paper.ts';
import type { OrderDraft, OrderTyping } from './typed-orders.ts';

export interface ClockView {
  readonly id: string;
  /** What the clock measures, in the reader's language. */
  readonly label: string;
  readonly owner: string;
  readonly dueAt: Instant;
  readonly reading: ClockReading;
}

export interface OrderCaller {
  /** As signalled, hostile text; shown masked. */
  readonly number: string;
  readonly surname: string;
  readonly title: CallerTitle | null;
}

export interface OrderItemView {
  readonly id: string;
  /** Null for an order from before there were numbers. */
  readonly orderNumber: string | null;
  readonly kind: string;
  readonly caller: OrderCaller;
  readonly matter: string;
  readonly stage: string;
  readonly owner: string;
  readonly major: boolean;
  /** The running clock that ends first; null for none. */
  readonly clock: ClockView | null;
  readonly status: 'open' | 'handed-up' | WorkOrderOutcome;
}

export interface BatchView {
  readonly product: string;
  readonly fault: string;
  readonly customers: number;
}

export interface OrderListView {
  readonly page: 'list';
  readonly filter: 'mine' | 'all';
  readonly query: string;
  /** What was searched for; null without a search. */
  readonly found: readonly OrderItemView[] | null;
  readonly counts: { readonly mine: number; readonly all: number };
  readonly items: readonly OrderItemView[];
  /** The last orders that were closed or escalated. */
  readonly past: readonly OrderItemView[];
  readonly batches: readonly BatchView[];
  /** How many more events an unlock would show. */
  readonly locked: number;
}

export interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface HistoryLine {
  readonly at: Instant;
  /** Agent number; null for a deadline that passed. */
  readonly by: string | null;
  readonly text: string;
  readonly remarks: string;
  /** The event that lost against another and may be applied once more by this reader. */
  readonly lost?: string;
}

export interface OrderPageView {
  readonly page: 'order';
  readonly order: OrderItemView;
  /** The order number as it is read out; null without one. */
  readonly spoken: string | null;
  readonly openedAt: Instant;
  readonly now: Instant;
  /** Who acts at the present stage, by name. */
  readonly acting: ActingRole;
  readonly clocks: readonly ClockView[];
  readonly major: { readonly why: MajorReason; readonly since: Instant } | null;
  /** Customers with the same fault; null if it is no batch. */
  readonly batchOf: number | null;
  /** Null for a kind without a record. */
  readonly record: ComplaintRecord | null;
  readonly ways: readonly Choice[];
  /** Back to an earlier stage. `leftMs` is negative after the time limit. */
  readonly returns: { readonly to: string; readonly leftMs: number } | null;
  /** It can be returned as a wrong answer, which makes it major. */
  readonly mayBeWrong: boolean;
  readonly outcomes: readonly WorkOrderOutcome[];
  /** Whom to inform when it is closed as not satisfied. */
  readonly reports: readonly Choice[];
  readonly copies: readonly (Choice & { readonly done: boolean })[];
  /** Kinds of sheet one level up. */
  readonly up: readonly Choice[];
  readonly attached: readonly OrderItemView[];
  readonly history: readonly HistoryLine[];
  readonly papers: readonly OrderPaper[];
  readonly refusal: OrderRefusal | 'not-kept' | null;
  readonly typing: OrderTyping;
  /** Fixed text around the written reply; null for an order without one. */
  readonly reply: { readonly before: string; readonly after: string } | null;
}

export interface OrderFormView {
  readonly page: 'form';
  readonly draft: OrderDraft;
  /** Number and name come from the call and are not typed. */
  readonly callerKnown: boolean;
  readonly kinds: readonly Choice[];
  readonly promises: readonly (Choice & { readonly dueAt: Instant })[];
  readonly now: Instant;
  /** The kind has a complaint record, so the form asks for product, fault and signs. */
  readonly asksRecord: boolean;
  /** Faults of recent orders. Using the same word makes a batch recognisable. */
  readonly faults: readonly string[];
  /** How many customers reported this fault, including this one; a batch from `batchAt` on. */
  readonly sameFault: number;
  readonly batchAt: number;
  /** The order that is escalated; null for a new matter. */
  readonly follows: OrderItemView | null;
  readonly problem: 'matter-missing' | 'time-missing' | 'not-kept' | null;
}

export type OrdersView = OrderListView | OrderPageView | OrderFormView;

export type OrdersAction =
  | { readonly do: 'list' }
  /** What another's change had made impossible, once more. */
  | { readonly do: 'apply-lost'; readonly event: string }
  | { readonly do: 'filter'; readonly filter: 'mine' | 'all' }
  | { readonly do: 'search'; readonly query: string }
  | { readonly do: 'show'; readonly order: string }
  /** From the call or wrap-up on screen, or blank. */
  | { readonly do: 'start' }
  /** What a call left to do, also long after the call. */
  | { readonly do: 'start-promised'; readonly followUp: string }
  /** Calls the customer of the order on screen. */
  | { readonly do: 'dial' }
  /** A sheet one level above the order on screen. */
  | { readonly do: 'start-above'; readonly kind: string }
  | { readonly do: 'edit'; readonly patch: Partial<OrderDraft> }
  | { readonly do: 'open' }
  /** The open form on the order's page, and what is typed in it. */
  | { readonly do: 'type'; readonly patch: Partial<OrderTyping> }
  /** Opens a form of the order on screen. */
  | { readonly do: 'paper'; readonly paper: OrderPaper }
  | OrderEntry;

/** What is entered on an order's page. */
export type OrderEntry =
  | { readonly do: 'move'; readonly to: string; readonly remarks: string }
  | { readonly do: 'return' | 'wrong-answer' | 'remark'; readonly remarks: string }
  | { readonly do: 'promise'; readonly dueAt: Instant; readonly callerInformed: boolean }
  | { readonly do: 'answered'; readonly accepted: boolean; readonly remarks: string }
  | { readonly do: 'record'; readonly record: ComplaintRecord }
  | { readonly do: 'copied'; readonly to: string }
  | {
      readonly do: 'close';
      readonly outcome: WorkOrderOutcome;
      readonly reason: string;
      readonly reportedTo: readonly string[];
    };

export type ActOnOrders = (action: OrdersAction) => void;
