import type { Calendar } from '../../contract/pack/calendar.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { WorkOrders } from '../../contract/pack/work-orders.ts';

/** The rules for the clocks of work orders. */
export interface OrderRules {
  readonly workOrders: WorkOrders;
  readonly calendar: Calendar;
  /** Minutes by which the local clock is ahead of UTC: 480 in China. */
  readonly utcOffsetMinutes: number;
}

export function orderRulesOf({ workOrders, calendar }: Pack, utcOffsetMinutes: number): OrderRules {
  return { workOrders, calendar, utcOffsetMinutes };
}
