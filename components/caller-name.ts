import { i18n } from '#i18n';
import { readNumber } from '../calls/numbers/read-number.ts';
import { isWithheld } from '../calls/numbers/withheld.ts';
import type { RemoteParty } from '../calls/remote-party.ts';
import { groupNumber, maskedNumber, tameText } from './caller-text.ts';

interface NumberParts {
  readonly number: string;
  readonly masked: boolean;
}

/** The number, masked if needed; a withheld one is named so. */
export function shownNumber({ number, masked }: NumberParts): string {
  const read = readNumber(number);
  const extension = read?.extension ?? null;
  const tame = tameText(extension === null ? number : (read?.number ?? number), 32);
  if (tame === null || isWithheld(tame)) return i18n.t('caller.withheld');
  const shown = masked ? maskedNumber(tame) : groupNumber(tame);
  return extension === null ? shown : i18n.t('caller.extension', { number: shown, extension });
}

/** A party of the phone system: its name, else its masked number. */
export function partyText({ number, displayName }: RemoteParty): string {
  return tameText(displayName, 20) ?? shownNumber({ number, masked: true });
}

/** 王女士, 王, or null before anything was entered. */
export function addressOf(surname: string, title: 'mr' | 'ms' | null): string | null {
  const tame = tameText(surname, 12);
  if (tame === null) return null;
  if (title === null) return tame;
  return title === 'mr' ? i18n.t('caller.mr', { surname: tame }) : i18n.t('caller.ms', { surname: tame });
}
