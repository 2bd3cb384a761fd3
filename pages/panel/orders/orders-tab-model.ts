import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ContactCategory } from '../../../calls/vocabulary/contact-category.ts';
import { EMPTY_FIELDS, type NoteFields } from '../../../contract/note/note.ts';
import { remarkedOrder } from '../../../rules/follow-ups/is-done.ts';
import type { PendingFollowUp } from '../../../rules/follow-ups/pending-follow-up.ts';
import { kindOf } from '../../../rules/work-orders/open-order.ts';
import { orderAt } from '../../../rules/work-orders/order-at.ts';
import { writtenReply } from '../../../rules/work-orders/written-reply.ts';
import { paperAddress } from '../../papers/paper-link.ts';
import { dispatch, type Handlers } from '../../session/dispatch.ts';
import type { PanelPage } from '../frame/panel-page.ts';
import { factOf } from './fact-of.ts';
import type { HalfWritten } from './half-written.ts';
import {
  type ContactOnScreen,
  draftProblem,
  type OrderInHand,
  openedFact,
  orderAbove,
  orderFromContact,
  orderFromFollowUp,
  withKnownCaller,
} from './order-draft.ts';
import { orderFacts } from './order-facts.ts';
import { orderFormView } from './order-form-view.ts';
import { orderItem, orderPage } from './order-page-view.ts';
import { promisesOffered, withEdit, withPromise } from './order-promise.ts';
import type { OrderService } from './order-service.ts';
import type {
  OrderEntry,
  OrderFormView,
  OrderListView,
  OrderPageView,
  OrdersAction,
  OrdersView,
} from './orders-view.ts';

interface OrdersTabParts {
  readonly service: OrderService;
  readonly page: Pick<PanelPage, 'pack' | 'context'>;
  /** How many more events an unlock would show. */
  readonly locked: ReadonlySignal<number>;
  readonly contact: () => ContactOnScreen | null;
  /** By its key; null if it is done or dropped. */
  readonly followUp: (key: string) => PendingFollowUp | null;
  readonly noteFields: (note: string) => Promise<NoteFields>;
  readonly written: HalfWritten;
  readonly dial: (number: string) => unknown;
  /** A page of the extension, in a tab. */
  readonly openPage: (path: string) => unknown;
  /** After an order was opened; its category if it is about the contact on screen, else null. */
  readonly backToCall: (category: ContactCategory | null) => unknown;
  /** By the server's clock, as the team's folds. */
  readonly now: () => number;
}

type Page =
  | { readonly page: 'list' }
  | { readonly page: 'order'; readonly id: string }
  | { readonly page: 'form' };

/** Closed orders shown below the list. */
const PAST_SHOWN = 20;

/** The tab of work orders: the list, one order, or the form of a new one. */
export class OrdersTabModel {
  readonly #parts: OrdersTabParts;
  readonly #page: Signal<Page> = signal({ page: 'list' });
  readonly #filter: Signal<'mine' | 'all'> = signal('mine');
  readonly #query: Signal<string> = signal('');
  readonly #problem: Signal<OrderFormView['problem']> = signal(null);
  readonly #refusal: Signal<OrderPageView['refusal']> = signal(null);
  /** A second press while facts are being stored is ignored. */
  #storing = false;

  constructor(parts: OrdersTabParts) {
    this.#parts = parts;
  }

  /** Id of the order on the page; empty for none. */
  get #shown(): string {
    const page = this.#page.value;
    return page.page === 'order' ? page.id : '';
  }

  get #promises() {
    const { page, service } = this.#parts;
    return { page, rules: service.rules };
  }

  view(now: number): OrdersView {
    const { service, written, page } = this.#parts;
    const { inHand } = written;
    if (this.#page.value.page === 'form' && inHand !== null) {
      return orderFormView(service, inHand, promisesOffered(inHand, page, now), this.#problem.value, now);
    }
    const order = service.find(this.#shown, now);
    if (order === null) return this.#list(now);
    return {
      ...orderPage(order, service.state, service.words(now)),
      refusal: this.#refusal.value,
      typing: written.typing(order.id),
      reply: writtenReply(order, page.pack, page.context()),
    };
  }

  /** How many open orders concern this agent. */
  count(now: number): number {
    return this.#parts.service.mine(now).length;
  }

  act(action: OrdersAction): unknown {
    return dispatch(this.#handlers, action.do, action);
  }

  readonly #enter = (entry: OrderEntry) => this.#once(() => this.#record(entry));

  readonly #handlers: Handlers<OrdersAction> = {
    list: () => this.#show(''),
    'apply-lost': ({ event }) => this.#once(() => this.#applyLost(event)),
    filter: ({ filter }) => {
      this.#filter.value = filter;
    },
    search: ({ query }) => {
      this.#query.value = query;
    },
    show: ({ order }) => this.#show(order),
    start: () => this.#write(orderFromContact(this.#parts.contact(), this.#parts.service.rules)),
    'start-promised': async ({ followUp: key }) => {
      const { followUp, noteFields, service } = this.#parts;
      const promised = followUp(key);
      if (promised === null) return;
      if (promised.what === 'order-remark')
        return this.#show(remarkedOrder(promised, service.state.orders.values())?.id ?? '');
      const fields = promised.note === null ? EMPTY_FIELDS : await noteFields(promised.note);
      this.#write(orderFromFollowUp(promised, fields, service.rules));
    },
    'start-above': ({ kind }) => {
      const { service } = this.#parts;
      const below = service.state.orders.get(this.#shown);
      if (below !== undefined) this.#write(orderAbove(below, kind, service.rules));
    },
    dial: () => this.#parts.dial(this.#parts.service.state.orders.get(this.#shown)?.number ?? ''),
    edit: ({ patch }) => {
      const { written } = this.#parts;
      const { inHand } = written;
      if (inHand !== null) written.keep(withEdit(inHand, patch, this.#promises, this.#parts.now()));
      this.#problem.value = null;
    },
    open: () => this.#once(() => this.#open()),
    type: ({ patch }) => this.#parts.written.type(this.#shown, patch),
    paper: ({ paper }) => this.#parts.openPage(paperAddress({ of: 'order', paper, order: this.#shown })),
    move: this.#enter,
    return: this.#enter,
    'wrong-answer': this.#enter,
    remark: this.#enter,
    promise: this.#enter,
    answered: this.#enter,
    record: this.#enter,
    copied: this.#enter,
    close: this.#enter,
  };

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
      query: this.#query.value,
      found: this.#found(now),
      counts: { mine: mine.length, all: all.length },
      items: (this.#filter.value === 'mine' ? mine : all).map(({ order }) => orderItem(order, words)),
      past: past.map((order) => orderItem(orderAt(order, now, service.rules), words)),
      batches: service.state.batches.filter(({ orders }) =>
        all.some(({ order }) => orders.includes(order.id)),
      ),
      locked: locked.value,
    };
  }

  #found(now: number): OrderListView['found'] {
    const { service } = this.#parts;
    const query = this.#query.value;
    if (query.trim() === '') return null;
    return service.search(query, now).map((order) => orderItem(order, service.words(now)));
  }

  #show(id: string): void {
    this.#refusal.value = null;
    this.#page.value = id === '' ? { page: 'list' } : { page: 'order', id };
  }

  /** Keeps what was typed before if it is about the same contact. */
  #write(inHand: OrderInHand): void {
    const { written } = this.#parts;
    const before = written.inHand;
    const isSame = before !== null && before.note === inHand.note && before.follows === inHand.follows;
    if (isSame && inHand.note !== null) {
      written.keep(withKnownCaller(before, inHand, this.#parts.contact()?.calling ?? ''));
    } else {
      written.keep(withPromise(inHand, this.#promises, this.#parts.now()));
    }
    this.#problem.value = null;
    this.#page.value = { page: 'form' };
  }

  async #open(): Promise<void> {
    const { service, page, written, contact, backToCall } = this.#parts;
    const { inHand } = written;
    if (inHand === null) return;
    const now = this.#parts.now();
    this.#problem.value = draftProblem(inHand, now);
    if (this.#problem.value !== null) return;
    const id = crypto.randomUUID();
    const opened = openedFact(inHand, promisesOffered(inHand, page, now), service.rules);
    const refused = await service.begin(id, opened, now);
    this.#problem.value = refused === null ? null : 'not-kept';
    if (refused !== null) return;
    written.keep(null);
    this.#show(id);
    const onScreen = contact();
    if (inHand.follows !== null || onScreen === null) return;
    const { category } = kindOf(inHand.draft.kind, service.rules);
    await backToCall(inHand.note === onScreen.note ? category : null);
  }

  async #record(entry: OrderEntry): Promise<void> {
    const { service, written, now } = this.#parts;
    const order = service.find(this.#shown, now());
    if (order === null) return;
    const facts = orderFacts(entry, order, service.actor);
    if (facts.length === 0) return;
    this.#refusal.value = await service.record(order.id, facts);
    if (this.#refusal.value === null) written.settle(order.id, entry.do);
  }

  async #applyLost(event: string): Promise<void> {
    const { service, now } = this.#parts;
    const order = service.find(this.#shown, now());
    const lost = order?.history.find((entry) => entry.what === 'refused' && entry.event.id === event);
    if (order === null || lost?.what !== 'refused') return;
    this.#refusal.value = await service.record(order.id, [factOf(lost.event)]);
  }

  async #once(store: () => Promise<void>): Promise<void> {
    if (this.#storing) return;
    this.#storing = true;
    try {
      await store();
    } finally {
      this.#storing = false;
    }
  }
}
