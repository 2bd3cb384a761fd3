import type { WorkOrder } from './work-order.ts';

/** Why an event could not happen to an order. */
export type OrderRefusal =
  | 'opened-twice'
  | 'not-open'
  | 'no-such-way'
  | 'reason-missing'
  | 'report-missing'
  | 'only-not-satisfied';

export type AppliedEvent =
  | { readonly ok: true; readonly order: WorkOrder }
  | { readonly ok: false; readonly why: OrderRefusal };
