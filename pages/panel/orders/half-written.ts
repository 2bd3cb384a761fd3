import { type Signal, signal } from '@preact/signals';
import type { OrderInHand } from './order-draft.ts';
import type { OrderEntry } from './orders-view.ts';
import { NOTHING_TYPED, type OrderTyping } from './typed-orders.ts';
import type { TypedOrders } from './typed-orders-store.ts';

/** Work orders that are being typed. They outlive a hidden page and a closed panel. */
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

  /** Another form begins with empty fields; record and reply stay. */
  type(order: string, patch: Partial<OrderTyping>): void {
    const before = this.typing(order);
    const { record, reply } = before;
    const kept = patch.form === undefined ? before : { ...NOTHING_TYPED, record, reply };
    this.#put(order, { ...kept, ...patch });
  }

  /** Forgets what was typed for an entry that is stored now. */
  settle(order: string, action: OrderEntry['do']): void {
    const before = this.typing(order);
    if (action === 'copied') return;
    const { record, reply } = before;
    this.#put(order, action === 'record' ? { ...before, record: null } : { ...NOTHING_TYPED, record, reply });
  }

  /** For another agent. */
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
