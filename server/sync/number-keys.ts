import { createHmac } from 'node:crypto';
import { numberForm } from '../../contract/number-form.ts';
import type { SyncItem } from '../../contract/sync/sync-item.ts';

/** The same as numberKey() of contract/number-key.ts, without waiting. `key` in hex. */
export function keyOfNumber(key: string, signalled: string): string | null {
  const form = numberForm(signalled);
  return form === null ? null : createHmac('sha256', Buffer.from(key, 'hex')).update(form).digest('hex');
}

/** Of every number that a form field of the item holds. Numbers inside of typed text are not looked for. */
export function numberKeysOf(key: string, item: SyncItem): string[] {
  const keys = numbersOf(item).map((number) => keyOfNumber(key, number));
  return [...new Set(keys.filter((one) => one !== null))];
}

function numbersOf(item: SyncItem): readonly string[] {
  if (item.type === 'team') return 'number' in item.event ? [item.event.number] : [];
  if (item.type !== 'note') return [];
  const { contact, contactNumber } = item.note;
  return contact.kind === 'call' ? [contact.number, contactNumber] : [contactNumber];
}
