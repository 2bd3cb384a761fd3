import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { boundedText } from '../../../calls/vocabulary/bounded-text.ts';
import { orderInHandSchema } from './order-draft.ts';
import { orderTypingSchema } from './typed-orders.ts';

const KEY = 'typed-orders';

const typedOrdersSchema = v.strictObject({
  /** A new order that is not opened yet. */
  inHand: v.nullable(orderInHandSchema),
  /** By order: what is typed on its page. */
  typings: v.record(boundedText(80), orderTypingSchema),
});

export type TypedOrders = Readonly<v.InferOutput<typeof typedOrdersSchema>>;

/**
 * Half-written orders outlive the panel, but only in the browser's memory: they are neither
 * encrypted nor synced, and end with the browser.
 */
export async function loadTypedOrders(): Promise<TypedOrders> {
  const found = v.safeParse(typedOrdersSchema, (await browser.storage.session.get(KEY))[KEY]);
  return found.success ? found.output : { inHand: null, typings: {} };
}

export async function keepTypedOrders(typed: TypedOrders): Promise<void> {
  await browser.storage.session.set({ [KEY]: typed });
}
