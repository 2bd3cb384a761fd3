import type { Instant } from '../../../calls/call-event.ts';
import {
  MOST_ORDERS_A_DAY,
  type OrderSource,
  randomOrderNumber,
  readOrderNumber,
  writeOrderNumber,
} from '../../../contract/team/order-number.ts';
import { localTime } from '../../../rules/time/local-time.ts';
import type { Zone } from '../../../rules/time/zone-offset.ts';
import type { WorkOrder } from '../../../rules/work-orders/work-order.ts';
import type { LinkStore } from '../../../storage/sync/link-store.ts';
import type { OrderCounter } from '../../../storage/team/order-counter.ts';

interface OrderNumbersParts {
  readonly links: Pick<LinkStore, 'read'>;
  readonly counter: Pick<OrderCounter, 'next'>;
  readonly known: () => Iterable<Pick<WorkOrder, 'orderNumber'>>;
  /** The team's, which decides the date. */
  readonly utcOffsetMinutes: () => Zone;
}

/** Makes the numbers of new work orders, also offline: no other device has this one's letters. */
export class OrderNumbers {
  readonly #parts: OrderNumbersParts;

  constructor(parts: OrderNumbersParts) {
    this.#parts = parts;
  }

  async next(now: Instant): Promise<string> {
    const { links, counter, utcOffsetMinutes } = this.#parts;
    const { day } = localTime(now, utcOffsetMinutes());
    const reading = await links.read();
    const me = reading.state === 'linked' ? reading.link.me : null;
    if (me?.orderSource === undefined) return randomOrderNumber(day);
    const count = await counter.next(me.device, day, this.#newest(me.orderSource, day));
    return count > MOST_ORDERS_A_DAY ? randomOrderNumber(day) : writeOrderNumber(me.orderSource, day, count);
  }

  /** Of the orders known here: a profile that was copied back may have lost its counter. */
  #newest({ team, letters }: OrderSource, day: string): number {
    let newest = 0;
    for (const { orderNumber } of this.#parts.known()) {
      const parts = orderNumber === null ? null : readOrderNumber(orderNumber);
      if (parts?.is !== 'counted' || parts.day !== day) continue;
      if (parts.team === team && parts.letters === letters) newest = Math.max(newest, parts.count);
    }
    return newest;
  }
}
