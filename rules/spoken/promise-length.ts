import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { PromiseBy } from '../work-orders/offered-promises.ts';
import { spokenDuration } from './spoken-duration.ts';

/** 2小时, for a promise that is told by its length; empty for one that is told by its time. */
export function promiseLength(by: PromiseBy, { settings }: Pack, language: PackLanguage): string {
  const { supervisorMinutes, simpleHours, complexHours } = settings.answerPromises;
  switch (by) {
    case 'supervisor':
      return spokenDuration(supervisorMinutes, 'minutes', language);
    case 'simple':
      return spokenDuration(simpleHours, 'hours', language);
    case 'complex':
      return spokenDuration(complexHours, 'hours', language);
    case 'agreed':
    case 'next-shift':
    case 'working-days':
      return '';
  }
}
