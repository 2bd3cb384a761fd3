import type { Words } from '../../contract/words.ts';

/** 2小时, as it is said. */
export function spokenDuration(count: number, unit: 'minutes' | 'hours', words: Words): string {
  const one = unit === 'hours' ? 'spoken.hour' : 'spoken.minute';
  return words(count === 1 ? one : `spoken.${unit}`, { count });
}
