import type { Instant } from '../../../calls/call-event.ts';
import type { CallerTitle } from '../../../calls/vocabulary/caller-title.ts';
import type { ComplaintRecord } from '../../../contract/team/work-order-parts.ts';
import type { ActingRole } from '../../../rules/work-orders/acting-role.ts';
import type { ClockReading } from '../../../rules/work-orders/order-clock.ts';
import type { OrderRefusal } from '../../../rules/work-orders/order-refusal.ts';
import type { MajorReason, WorkOrderOutcome } from '../../../rules/work-orders/work-order.ts';
import type { OrderDraft, OrderTyping } from './typed-orders.ts';

export interface ClockView {
  readonly id: string;
  /** What it counts, in the reader's language. */
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
  readonly kind: string;
  readonly caller: OrderCaller;
  readonly matter: string;
  readonly stage: string;
  readonly owner: string;
  readonly major: boolean;
  /** The clock that ends first; null once nothing runs. */
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
  readonly counts: { readonly mine: number; readonly all: number };
  readonly items: readonly OrderItemView[];
  /** The last that were closed or went a level up. */
  readonly past: readonly OrderItemView[];
  readonly batches: readonly BatchView[];
  /** Events that an unlock would show. */
  readonly locked: number;
}

export interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface HistoryLine {
  readonly at: Instant;
  /** Agent number; null where time did it. */
  readonly by: string | null;
  readonly text: string;
  readonly remarks: string;
}

export interface OrderPageView {
  readonly page: 'order';
  readonly order: OrderItemView;
  readonly openedAt: Instant;
  readonly now: Instant;
  /** Who moves, returns or closes it where it stands, by name. */
  readonly acting: ActingRole;
  readonly clocks: readonly ClockView[];
  readonly major: { readonly why: MajorReason; readonly since: Instant } | null;
  /** Customers with the same fault; null where it is no batch. */
  readonly batchOf: number | null;
  /** Null for a kind that keeps none. */
  readonly record: ComplaintRecord | null;
  readonly ways: readonly Choice[];
  /** Back to an earlier stage; `leftMs` is below zero once the time for it is over. */
  readonly returns: { readonly to: string; readonly leftMs: number } | null;
  /** It can be sent back as a wrong answer, which makes it major. */
  readonly mayBeWrong: boolean;
  readonly outcomes: readonly WorkOrderOutcome[];
  /** To whom a closing as not satisfied is reported. */
  readonly reports: readonly Choice[];
  readonly copies: readonly (Choice & { readonly done: boolean })[];
  /** Sheets that go a level up from here. */
  readonly up: readonly Choice[];
  readonly attached: readonly OrderItemView[];
  readonly history: readonly HistoryLine[];
  readonly refusal: OrderRefusal | 'not-kept' | null;
  readonly typing: OrderTyping;
  /** The letter's frame, around what the agent writes; null for an order that needs none. */
  readonly reply: { readonly before: string; readonly after: string } | null;
}

export interface OrderFormView {
  readonly page: 'form';
  readonly draft: OrderDraft;
  /** Number and name come from the call; otherwise they are typed. */
  readonly callerKnown: boolean;
  readonly kinds: readonly Choice[];
  readonly promises: readonly (Choice & { readonly dueAt: Instant })[];
  readonly now: Instant;
  /** The kind keeps a complaint's record: product, fault and signs are asked for. */
  readonly asksRecord: boolean;
  /** Faults recorded of late: the same word finds a batch. */
  readonly faults: readonly string[];
  /** How many different customers have reported this fault, this one included; a batch from `batchAt` on. */
  readonly sameFault: number;
  readonly batchAt: number;
  /** The order that it takes a level higher; null for a new matter. */
  readonly follows: OrderItemView | null;
  readonly problem: 'matter-missing' | 'time-missing' | 'not-kept' | null;
}

export type OrdersView = OrderListView | OrderPageView | OrderFormView;

export type OrdersAction =
  | { readonly do: 'list' }
  | { readonly do: 'filter'; readonly filter: 'mine' | 'all' }
  | { readonly do: 'show'; readonly order: string }
  /** From the call or wrap-up on screen, or blank where there is none. `kind`: what the call's situations call for. */
  | { readonly do: 'start' }
  /** Calls the customer of the order on screen. */
  | { readonly do: 'dial' }
  /** A sheet a level up from the order on screen. */
  | { readonly do: 'start-above'; readonly kind: string }
  | { readonly do: 'edit'; readonly patch: Partial<OrderDraft> }
  | { readonly do: 'open' }
  /** On the page of the order: what is open there, and half written. */
  | { readonly do: 'type'; readonly patch: Partial<OrderTyping> }
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
