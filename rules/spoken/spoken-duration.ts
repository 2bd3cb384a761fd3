import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import { say } from '../triggers/say.ts';

/** 2小时, as it is said. */
export function spokenDuration(count: number, unit: 'minutes' | 'hours', language: PackLanguage): string {
  const one = count === 1 ? unit.slice(0, -1) : unit;
  return unit === 'hours'
    ? say(language, `${count}小时`, `${count}小時`, `${count} ${one}`)
    : say(language, `${count}分钟`, `${count}分鐘`, `${count} ${one}`);
}
