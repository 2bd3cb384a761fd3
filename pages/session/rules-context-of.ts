import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import type { RulesContext } from '../../rules/call/rules-context.ts';

/** What the rules know of this agent and place. */
export function rulesContextOf(settings: Settings, language: PackLanguage): RulesContext {
  return {
    language,
    utcOffsetMinutes: -new Date().getTimezoneOffset(),
    cadence: settings.cadence,
    hotline: settings.hotlineName,
    agentNumber: settings.agentNumber,
    agentName: settings.agentName,
    values: {},
  };
}

/** The pack's language for this browser. Spoken text is Chinese unless the browser is English. */
export function panelLanguage(): PackLanguage {
  const locale = navigator.language.toLowerCase();
  if (/^zh-(tw|hk|mo|hant)/.test(locale)) return 'zh-TW';
  return locale.startsWith('en') ? 'en' : 'zh-CN';
}
