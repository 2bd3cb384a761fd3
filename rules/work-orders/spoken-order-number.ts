import { readOrderNumber } from '../../contract/team/order-number.ts';
import type { Words } from '../../contract/words.ts';

/** An order number as an agent reads it out; null for a text that is none. */
export function spokenOrderNumber(number: string, words: Words): string | null {
  const parts = readOrderNumber(number);
  if (parts === null) return null;
  const [year = '', month = '', day = ''] = parts.day.split('-').map((one) => String(Number(one) % 100));
  if (parts.is === 'random') {
    const digits = parts.random.split('-').map((group) => [...group].join(' '));
    const [first = '', second = '', third = ''] = digits;
    return words('orders.spokenRandom', { year, month, day, first, second, third });
  }
  const { team, letters, count } = parts;
  return words('orders.spokenNumber', { year, month, day, team, letters: [...letters].join(' '), count });
}
