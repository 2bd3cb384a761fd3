import { i18n } from '#i18n';
import { groupNumber, maskedNumber, tameText } from './caller-text.ts';

interface NumberParts {
  readonly number: string;
  readonly masked: boolean;
}

/** The number, masked if needed; a withheld one is named so. */
export function shownNumber({ number, masked }: NumberParts): string {
  const tame = tameText(number, 32);
  if (tame === null || tame.toLowerCase() === 'anonymous') return i18n.t('caller.withheld');
  return masked ? maskedNumber(tame) : groupNumber(tame);
}

/** 王女士, 王, or null before anything was entered. */
export function addressOf(surname: string, title: 'mr' | 'ms' | null): string | null {
  const tame = tameText(surname, 12);
  if (tame === null) return null;
  if (title === null) return tame;
  return title === 'mr' ? i18n.t('caller.mr', { surname: tame }) : i18n.t('caller.ms', { surname: tame });
}
