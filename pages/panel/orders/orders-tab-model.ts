import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type OfferedPromise, offeredPromises } from '../../../rules/work-orders/offered-promises.ts';
import { orderAt } from '../../../rules/work-orders/order-at.ts';
import { writtenReply } from '../../../rules/work-orders/written-reply.ts';
import type { HalfWritten } from './half-written.ts';
import {
  type ContactOnScreen,
  draftProblem,
  type OrderInHand,
  openedFact,
  orderAbove,
  orderFromContact,
} from './order-draft.ts';
import { orderFacts } from './order-facts.ts';
import { orderFormView } from './order-form-view.ts';
import { orderItem, orderPage } from './order-page-view.ts';
import type { OrderService } from './order-service.ts';
import type { OrderFormView, OrderPageView, OrdersAction, OrdersView } from './orders-view.ts';

interface OrdersTabParts {
  readonly service: OrderService;
  /** Events that an unlock would show. */
  readonly locked: ReadonlySignal<number>;
  readonly contact: () => ContactOnScreen | null;
  readonly written: HalfWritten;
  readonly dial: (number: string) => void;
  /** An order was opened from the call on screen: the call is what the agent goes on with. */
  readonly backToCall: () => void;
}

type Page =
  | { readonly page: 'list' }
  | { readonly page: 'order'; readonly id: string }
  | { readonly page: 'form' };

/** Orders that are done, kept in sight at the foot of the list. */
const PAST_SHOWN = 20;

/** The page of work orders: which one is open, and what is being written. */
export class OrdersTabModel {
  readonly #parts: OrdersTabParts;
  readonly #page: Signal<Page> = signal({ page: 'list' });
  readonly #filter: Signal<'mine' | 'all'> = signal('mine');
  readonly #problem: Signal<OrderFormView['problem']> = signal(null);
  readonly #refusal: Signal<OrderPageView['refusal']> = signal(null);
  /** While something is being kept: a second press on the same thing is not meant. */
  #keeping = false;

  constructor(parts: OrdersTabParts) {
    this.#parts = parts;
  }

  get service(): OrderService {
    return this.#parts.service;
  }

  /** Id of the order on the page; empty for none. */
  get #shown(): string {
    const page = this.#page.value;
    return page.page === 'order' ? page.id : '';
  }

  view(now: number): OrdersView {
    const page = this.#page.value;
    const { inHand } = this.#parts.written;
    if (page.page === 'form' && inHand !== null) {
      return orderFormView(this.service, inHand, this.#offered(now), this.#problem.value, now);
    }
    const order = this.service.find(this.#shown, now);
    if (order === null) return this.#list(now);
    const { pack, context } = this.service.parts;
    return {
      ...orderPage(order, this.service.state, this.service.words(now)),
      refusal: this.#refusal.value,
      typing: this.#parts.written.typing(order.id),
      reply: writtenReply(order, pack, context()),
    };
  }

  /** How many wait behind the tab. */
  count(now: number): number {
    return this.service.mine(now).length;
  }

  async act(action: OrdersAction): Promise<void> {
    switch (action.do) {
      case 'list':
        this.#page.value = { page: 'list' };
        return;
      case 'filter':
        this.#filter.value = action.filter;
        return;
      case 'show':
        return this.#show(action.order);
      case 'start':
        this.#write(orderFromContact(this.#parts.contact(), this.service.rules));
        return;
      case 'start-above':
        return this.#startAbove(action.kind);
      case 'dial':
        return this.#parts.dial(this.service.state.orders.get(this.#shown)?.number ?? '');
      case 'edit':
        return this.#edit(action.patch);
      case 'open':
        return this.#once(() => this.#open());
      case 'type':
        return this.#parts.written.type(this.#shown, action.patch);
      default:
        return this.#once(() => this.#record(action));
    }
  }

  #list(now: number): OrdersView {
    const { service, locked } = this.#parts;
    const words = service.words(now);
    const [mine, all] = [service.mine(now), service.open(now)];
    const past = [...service.state.orders.values()]
      .filter(({ status }) => status.state !== 'open')
      .sort((one, other) => other.foldedTo - one.foldedTo)
      .slice(0, PAST_SHOWN);
    return {
      page: 'list',
      filter: this.#filter.value,
      counts: { mine: mine.length, all: all.length },
      items: (this.#filter.value === 'mine' ? mine : all).map(({ order }) => orderItem(order, words)),
      past: past.map((order) => orderItem(orderAt(order, now, service.rules), words)),
      batches: service.state.batches.filter(({ orders }) =>
        all.some(({ order }) => orders.includes(order.id)),
      ),
      locked: locked.value,
    };
  }

  #show(id: string): void {
    this.#refusal.value = null;
    this.#page.value = id === '' ? { page: 'list' } : { page: 'order', id };
  }

  /** What is already being written of the same contact is gone on with: a tab is left and come back to. */
  #write(inHand: OrderInHand): void {
    const before = this.#parts.written.inHand;
    const same = before !== null && before.note === inHand.note && before.follows === inHand.follows;
    if (!same || inHand.note === null) this.#parts.written.keep(inHand);
    this.#problem.value = null;
    this.#page.value = { page: 'form' };
  }

  #startAbove(kind: string): void {
    const below = this.service.state.orders.get(this.#shown);
    if (below !== undefined) this.#write(orderAbove(below, kind, this.service.rules));
  }

  #edit(patch: Extract<OrdersAction, { do: 'edit' }>['patch']): void {
    const { inHand } = this.#parts.written;
    if (inHand !== null) this.#parts.written.keep({ ...inHand, draft: { ...inHand.draft, ...patch } });
    this.#problem.value = null;
  }

  async #open(): Promise<void> {
    const { inHand } = this.#parts.written;
    if (inHand === null) return;
    const now = this.service.parts.now();
    this.#problem.value = draftProblem(inHand, now);
    if (this.#problem.value !== null) return;
    const id = crypto.randomUUID();
    const refused = await this.service.record(id, [
      openedFact(inHand, this.#offered(now), this.service.rules),
    ]);
    this.#problem.value = refused === null ? null : 'not-kept';
    if (refused !== null) return;
    this.#parts.written.keep(null);
    this.#show(id);
    if (inHand.follows === null && this.#parts.contact() !== null) this.#parts.backToCall();
  }

  async #record(action: OrdersAction): Promise<void> {
    const order = this.service.find(this.#shown, this.service.parts.now());
    if (order === null) return;
    const facts = orderFacts(action, order, this.service.parts.actor());
    if (facts.length === 0) return;
    this.#refusal.value = await this.service.record(order.id, facts);
    if (this.#refusal.value === null) this.#parts.written.settle(order.id, action.do);
  }

  async #once(write: () => Promise<void>): Promise<void> {
    if (this.#keeping) return;
    this.#keeping = true;
    try {
      await write();
    } finally {
      this.#keeping = false;
    }
  }

  #offered(now: number): readonly OfferedPromise[] {
    const { pack, context } = this.service.parts;
    return offeredPromises(pack, now, context().utcOffsetMinutes);
  }
}
