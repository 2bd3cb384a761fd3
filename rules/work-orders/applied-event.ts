import type { OrderRefusal } from './order-refusal.ts';
import type { WorkOrder } from './work-order.ts';

export type AppliedEvent =
  | { readonly ok: true; readonly order: WorkOrder }
  | { readonly ok: false; readonly why: OrderRefusal };
