import { i18n } from '#i18n';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Trigger } from '../../../contract/pack/trigger.ts';
import { triggerSentence } from '../../../rules/triggers/trigger-rules.ts';

/** A trigger as its sentence, with the seconds of the settings where it has none of its own. */
export function triggerWords(trigger: Trigger, pack: Pack, language: PackLanguage): string {
  const titleOf = (id: string) => {
    const situation = pack.situations.find((one) => one.id === id)?.title;
    return textIn(situation ?? pack.festivals.find((one) => one.id === id)?.name, language, id);
  };
  return triggerSentence(trigger, { words: i18n.t, titleOf, thresholds: pack.settings.thresholds });
}
