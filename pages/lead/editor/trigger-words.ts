import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack, PackSettings } from '../../../contract/pack/pack.ts';
import type { Trigger, TriggerKind } from '../../../contract/pack/trigger.ts';
import { triggerSentence } from '../../../rules/triggers/index.ts';

/** A trigger as its sentence, with the seconds of the settings where it has none of its own. */
export function triggerWords(trigger: Trigger, pack: Pack, language: PackLanguage): string {
  const titleOf = (id: string) => {
    const situation = pack.situations.find((one) => one.id === id)?.title;
    return textIn(situation ?? pack.festivals.find((one) => one.id === id)?.name, language, id);
  };
  return triggerSentence(withUsualSeconds(trigger, pack.settings), language, titleOf);
}

/** Kinds that wait for some seconds, and what holds for one that names none. */
export function usualSeconds({ thresholds }: PackSettings) {
  return {
    silence: thresholds.silenceSeconds,
    noise: thresholds.noiseSeconds,
    quiet: thresholds.quietSeconds,
    'on-hold': thresholds.longHoldSeconds,
    'stays-on': thresholds.staysOnSeconds,
  } satisfies Partial<Record<TriggerKind, number>>;
}

function withUsualSeconds(trigger: Trigger, settings: PackSettings): Trigger {
  switch (trigger.kind) {
    case 'silence':
    case 'noise':
    case 'quiet':
    case 'on-hold':
    case 'stays-on':
      return { ...trigger, seconds: trigger.seconds ?? usualSeconds(settings)[trigger.kind] };
    default:
      return trigger;
  }
}
