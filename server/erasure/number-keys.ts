import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { SyncItem } from '../../contract/api/sync/sync-item.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';

/** Key for the hashes of an organisation's numbers, as it is stored. It stays at the server. */
export function hashingKey(hex: string): KeyObject {
  return createSecretKey(hex, 'hex');
}

/** Keyed hash of a number in the form of number-form.ts: all that is kept of an erased one. */
export function keyOfForm(key: KeyObject, form: string): string {
  return createHmac('sha256', key).update(form).digest('hex');
}

/** Keys of the numbers in form fields of the item: it is erased with any of them. */
export function numberKeysOf(hashing: { keyOf(form: string): string }, item: SyncItem): string[] {
  const forms = numbersOf(item)
    .map(numberForm)
    .filter((form) => form !== null);
  return [...new Set(forms.map((form) => hashing.keyOf(form)))];
}

function numbersOf(item: SyncItem): readonly string[] {
  if ('event' in item) return 'number' in item.event ? [item.event.number] : [];
  if (item.type !== 'note') return [];
  const { contact, contactNumber } = item.note;
  return contact.kind === 'call' ? [contact.number, contactNumber] : [contactNumber];
}
