import type { Calendar } from '../../contract/pack/calendar.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { WorkOrders } from '../../contract/pack/work-orders.ts';
import type { Zone } from '../time/zone-offset.ts';

/** The rules for the clocks of work orders. */
export interface OrderRules {
  readonly workOrders: WorkOrders;
  readonly calendar: Calendar;
  /** Where the team's clock hangs: its time zone, or minutes ahead of UTC (480 in China). */
  readonly utcOffsetMinutes: Zone;
  /**
   * The rules of another pack by its key; null if it is not known here. What an event started is
   * judged by the pack that was in force when it was written, so that a new one changes no past.
   */
  readonly ofPack?: (key: string) => OrderRules | null;
}

/** The rules by which an event is judged; null where its pack is not known here. */
export function rulesOfEvent(rules: OrderRules, { pack }: { readonly pack: string }): OrderRules | null {
  return rules.ofPack?.(pack) ?? null;
}

/** `find`: earlier packs of the team, by the key that events name. */
export function orderRulesOf(
  { workOrders, calendar }: Pack,
  utcOffsetMinutes: Zone,
  find?: (key: string) => Pack | null,
): OrderRules {
  const rules = { workOrders, calendar, utcOffsetMinutes };
  if (find === undefined) return rules;
  const ofPack = (key: string) => {
    const then = find(key);
    if (then === null) return null;
    const { timeZone } = then.settings;
    return orderRulesOf(then, timeZone === '' ? utcOffsetMinutes : timeZone);
  };
  return { ...rules, ofPack };
}
