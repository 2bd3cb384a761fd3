import { type Signal, signal } from '@preact/signals';
import type { OrderInHand } from './order-draft.ts';
import type { OrdersAction } from './orders-view.ts';
import { NOTHING_TYPED, type OrderTyping } from './typed-orders.ts';
import type { TypedOrders } from './typed-orders-store.ts';

/** What is typed of work orders and not done yet. A ring may take the page away, a click the panel: it is there again after. */
export class HalfWritten {
  readonly #inHand: Signal<OrderInHand | null>;
  readonly #typings: Signal<TypedOrders['typings']>;
  readonly #keep: (typed: TypedOrders) => void;

  constructor(typed: TypedOrders, keep: (typed: TypedOrders) => void) {
    this.#inHand = signal(typed.inHand);
    this.#typings = signal(typed.typings);
    this.#keep = keep;
  }

  /** A new order that is not opened yet. */
  get inHand(): OrderInHand | null {
    return this.#inHand.value;
  }

  typing(order: string): OrderTyping {
    return this.#typings.value[order] ?? NOTHING_TYPED;
  }

  keep(inHand: OrderInHand | null): void {
    this.#inHand.value = inHand;
    this.#keepAll();
  }

  /** Another form on the page begins with empty fields; what is written of record and reply stays. */
  type(order: string, patch: Partial<OrderTyping>): void {
    const before = this.typing(order);
    const { record, reply } = before;
    const kept = patch.form === undefined ? before : { ...NOTHING_TYPED, record, reply };
    this.#put(order, { ...kept, ...patch });
  }

  /** What was done with the order is no longer half written. */
  settle(order: string, action: OrdersAction['do']): void {
    const before = this.typing(order);
    if (action === 'copied') return;
    const { record, reply } = before;
    this.#put(order, action === 'record' ? { ...before, record: null } : { ...NOTHING_TYPED, record, reply });
  }

  /** Another agent sits down. */
  forget(): void {
    this.#typings.value = {};
    this.keep(null);
  }

  #put(order: string, typing: OrderTyping): void {
    this.#typings.value = { ...this.#typings.value, [order]: typing };
    this.#keepAll();
  }

  #keepAll(): void {
    this.#keep({ inHand: this.#inHand.value, typings: this.#typings.value });
  }
}
