import { i18n } from '#i18n';
import type { CallBackOutcome } from '../../../contract/pack/call-back-outcome.ts';

const WORDS = {
  satisfied: () => i18n.t('callBacks.satisfied'),
  'not-satisfied': () => i18n.t('callBacks.notSatisfied'),
  'not-reached': () => i18n.t('callBacks.notReached'),
  'asked-for-later': () => i18n.t('callBacks.askedForLater'),
} as const satisfies Record<CallBackOutcome, () => string>;

export function outcomeWord(outcome: CallBackOutcome): string {
  return WORDS[outcome]();
}
