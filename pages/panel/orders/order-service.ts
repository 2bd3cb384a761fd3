import {
  type TeamEvent,
  type TeamFact,
  teamEvent,
  type WorkOrderEvent,
} from '../../../contract/team/team-event.ts';
import type { ActingAgent } from '../../../rules/work-orders/acting-role.ts';
import { applyOrderEvent } from '../../../rules/work-orders/apply-order-event.ts';
import { type ClockRecipient, concerns } from '../../../rules/work-orders/clocks-to-notify.ts';
import { findOrders, numberedOrders } from '../../../rules/work-orders/find-orders.ts';
import type { WorkOrderState } from '../../../rules/work-orders/fold-work-orders.ts';
import { type OpenOrder, openOrders } from '../../../rules/work-orders/open-orders.ts';
import { orderAt } from '../../../rules/work-orders/order-at.ts';
import type { OrderRefusal } from '../../../rules/work-orders/order-refusal.ts';
import type { OrderRules } from '../../../rules/work-orders/order-rules.ts';
import type { WorkOrder } from '../../../rules/work-orders/work-order.ts';
import type { PanelPage } from '../frame/panel-page.ts';
import type { PanelTeam } from '../frame/panel-team.ts';
import type { OpenedFact } from './order-draft.ts';
import type { OrderNumbers } from './order-numbers.ts';
import { type OrderWords, orderItem } from './order-page-view.ts';

interface OrderServiceParts {
  readonly team: Pick<PanelTeam, 'orders' | 'orderRules' | 'origin' | 'serverTime'>;
  readonly numbers: Pick<OrderNumbers, 'next'>;
  readonly append: (events: readonly TeamEvent[]) => Promise<void>;
  readonly page: Pick<PanelPage, 'language'>;
  readonly actor: () => ClockRecipient & ActingAgent;
  /** By this device's clock, as events are dated. */
  readonly now: () => number;
}

export type OrderFact = TeamFact<WorkOrderEvent>;

/** The team's work orders on this page, and the way to write to them. */
export class OrderService {
  readonly #parts: OrderServiceParts;

  constructor(parts: OrderServiceParts) {
    this.#parts = parts;
  }

  get state(): WorkOrderState {
    return this.#parts.team.orders.value;
  }

  get rules(): OrderRules {
    return this.#parts.team.orderRules();
  }

  get actor(): ClockRecipient & ActingAgent {
    return this.#parts.actor();
  }

  words(now: number): OrderWords {
    return { rules: this.rules, language: this.#parts.page.language, actor: this.actor, now };
  }

  open(now: number): readonly OpenOrder[] {
    return openOrders(this.state, now, this.rules);
  }

  /** Orders with a running clock that concerns this agent. */
  mine(now: number): readonly OpenOrder[] {
    const { actor } = this;
    return this.open(now).filter(({ order }) =>
      order.clocks.some((clock) => clock.end === null && concerns(order, clock, actor)),
    );
  }

  find(id: string, now: number): WorkOrder | null {
    const order = this.state.orders.get(id);
    return order === undefined ? null : orderAt(order, now, this.rules);
  }

  /**
   * Opens an order under the next number of this device. `now`: the server's. Null if it was
   * stored, else why not.
   */
  async begin(subject: string, opened: OpenedFact, now: number): Promise<OrderRefusal | 'not-kept' | null> {
    const { numbers } = this.#parts;
    try {
      const orderNumber = await numbers.next(now);
      return await this.record(subject, [{ ...opened, orderNumber }]);
    } catch (error) {
      console.error('work orders: no number', error);
      return 'not-kept';
    }
  }

  /** The orders that a search means, as they are now. */
  search(query: string, now: number): readonly WorkOrder[] {
    return findOrders(this.state.orders.values(), query).map((order) => orderAt(order, now, this.rules));
  }

  /** The orders whose number a search names, as a list shows them. */
  numbered(query: string, now: number) {
    const words = this.words(now);
    return numberedOrders(this.state.orders.values(), query).map((order) => ({
      item: orderItem(orderAt(order, now, this.rules), words),
      note: order.note,
    }));
  }

  /** Stores all facts of an order or none. Null if they were stored, else why they were not. */
  async record(subject: string, facts: readonly OrderFact[]): Promise<OrderRefusal | 'not-kept' | null> {
    const { now, append, team } = this.#parts;
    let order = this.state.orders.get(subject) ?? null;
    // Later than every known event of it, even if the system clock was set back.
    const ahead = team.serverTime(0);
    let at = Math.max(now(), (order?.foldedTo ?? 0) - ahead + 1);
    const events: WorkOrderEvent[] = [];
    for (const fact of facts) {
      const event = teamEvent(fact, subject, at, { ...team.origin(), by: this.actor.agentNumber });
      const here = team.serverTime(at);
      const applied =
        order === null
          ? null
          : applyOrderEvent(orderAt(order, here, this.rules), { ...event, at: here }, this.rules);
      if (applied?.ok === false) return applied.why;
      order = applied?.order ?? null;
      events.push(event);
      at += 1;
    }
    try {
      await append(events);
      return null;
    } catch (error) {
      console.error('work orders: not stored', error);
      return 'not-kept';
    }
  }
}
