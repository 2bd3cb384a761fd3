import type { Pack } from '../../contract/pack/pack.ts';
import type { Words } from '../../contract/words.ts';
import type { PromiseBy } from '../work-orders/offered-promises.ts';
import { spokenDuration } from './spoken-duration.ts';

/** 2小时, for a promise that is named by its length; empty for one that is named by its time. */
export function promiseLength(by: PromiseBy, { settings }: Pack, words: Words): string {
  const { supervisorMinutes, simpleHours, complexHours } = settings.answerPromises;
  switch (by) {
    case 'supervisor':
      return spokenDuration(supervisorMinutes, 'minutes', words);
    case 'simple':
      return spokenDuration(simpleHours, 'hours', words);
    case 'complex':
      return spokenDuration(complexHours, 'hours', words);
    case 'agreed':
    case 'next-shift':
    case 'working-days':
      return '';
  }
}
