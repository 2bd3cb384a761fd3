import { i18n } from '#i18n';
import { PACK_LANGUAGES, type PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import type { Words } from '../../contract/words.ts';
import type { RulesContext } from '../../rules/call/rules-context.ts';
import { zoneOf } from './zone-of.ts';

/** What the rules need to know of this agent and this computer. */
export function rulesContextOf(
  settings: Settings,
  language: PackLanguage,
  words: Words,
  pack: Pack,
): RulesContext {
  return {
    language,
    words,
    utcOffsetMinutes: zoneOf(pack),
    cadence: settings.cadence,
    hotline: settings.hotlineName,
    agentNumber: settings.agentNumber,
    agentName: settings.agentName,
    values: {},
  };
}

/** The language of the UI, in which the pack's texts are shown too. */
export function panelLanguage(): PackLanguage {
  const language = i18n.t('language');
  return PACK_LANGUAGES.find((known) => known === language) ?? PACK_LANGUAGES[0];
}
