import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { SyncItem } from '../../contract/api/sync/sync-item.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';

/** Key for the hashes of an organisation's numbers, from its stored form. */
export function hashingKey(hex: string): KeyObject {
  return createSecretKey(hex, 'hex');
}

/** The same as numberKey() in contract/numbers/number-key.ts, but synchronous. */
export function keyOfNumber(key: KeyObject, signalled: string): string | null {
  const form = numberForm(signalled);
  return form === null ? null : createHmac('sha256', key).update(form).digest('hex');
}

/** Keys of the numbers in form fields of the item. Typed text is not searched for numbers. */
export function numberKeysOf(key: KeyObject, item: SyncItem): string[] {
  const keys = numbersOf(item).map((number) => keyOfNumber(key, number));
  return [...new Set(keys.filter((one) => one !== null))];
}

function numbersOf(item: SyncItem): readonly string[] {
  if ('event' in item) return 'number' in item.event ? [item.event.number] : [];
  if (item.type !== 'note') return [];
  const { contact, contactNumber } = item.note;
  return contact.kind === 'call' ? [contact.number, contactNumber] : [contactNumber];
}
