import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { Unit } from '../../../contract/pack/range.ts';
import { word } from './word.ts';

export const UNIT_WORDS: Readonly<Record<Unit, Readonly<Record<PackLanguage, string>>>> = {
  s: word('秒', '秒', 's'),
  min: word('分钟', '分鐘', 'min'),
  h: word('小时', '小時', 'h'),
  d: word('天', '天', 'days'),
  rings: word('声', '聲', 'rings'),
  keys: word('个', '個', 'keys'),
  people: word('人', '人', 'people'),
  dB: word('dB', 'dB', 'dB'),
  '%': word('%', '%', '%'),
};
