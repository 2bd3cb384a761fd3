import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import { say } from './say.ts';

/** 保持 and 静音 as a lead reads them. */
export function waitWords(of: 'hold' | 'mute' | 'either', language: PackLanguage): string {
  switch (of) {
    case 'hold':
      return say(language, '保持', '保留', 'hold');
    case 'mute':
      return say(language, '静音', '靜音', 'mute');
    case 'either':
      return say(language, '保持或静音', '保留或靜音', 'hold or mute');
  }
}
