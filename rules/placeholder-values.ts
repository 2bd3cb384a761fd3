import type { Instant } from '../calls/call-event.ts';
import type { PackLanguage } from '../contract/pack/localized-text.ts';
import type { Pack } from '../contract/pack/pack.ts';
import { TITLE_WORDS } from '../contract/pack/placeholders.ts';
import type { Situation } from '../contract/pack/situation.ts';
import type { CallFacts } from './call-facts.ts';
import { festivalToGreet } from './festival-today.ts';
import type { PlaceholderValues } from './fill-placeholders.ts';
import { localTime } from './local-time.ts';
import type { RulesContext } from './rules-context.ts';

/**
 * What the placeholders stand for in this situation of this call, at `at`. A surname without a title fills neither: 王
 * alone is no way to address anybody.
 */
export function placeholderValues(
  facts: CallFacts,
  situation: Situation,
  pack: Pack,
  context: RulesContext,
  at: Instant,
): PlaceholderValues {
  const { language, utcOffsetMinutes } = context;
  const { answerPromises, hotline } = pack.settings;
  const { dayNumber } = localTime(at, utcOffsetMinutes);
  const values: Record<string, string> = {
    supervisorPromise: duration(answerPromises.supervisorMinutes, 'minutes', language),
    simplePromise: duration(answerPromises.simpleHours, 'hours', language),
    complexPromise: duration(answerPromises.complexHours, 'hours', language),
    hotline: context.hotline.trim() === '' ? hotline[language] : context.hotline,
    agentNumber: context.agentNumber,
    agentName: context.agentName,
    callerNumber: facts.call.remoteParty.number,
    festivalGreeting: festivalToGreet(pack.festivals, dayNumber, language)?.greeting?.[language] ?? '',
    answerWithin: answerWithin(situation, pack, language),
  };
  if (facts.name !== null && facts.name.title !== null) {
    values['surname'] = facts.name.surname;
    values['title'] = TITLE_WORDS[facts.name.title][language];
  }
  return { ...values, ...context.values };
}

/** The promise that the situation's own work order makes. */
function answerWithin({ followUp }: Situation, { settings }: Pack, language: PackLanguage): string {
  const { supervisorMinutes, simpleHours, complexHours } = settings.answerPromises;
  switch (followUp?.workOrder?.due) {
    case 'supervisor':
      return duration(supervisorMinutes, 'minutes', language);
    case 'simple':
      return duration(simpleHours, 'hours', language);
    case 'complex':
      return duration(complexHours, 'hours', language);
    default:
      return '';
  }
}

function duration(count: number, unit: 'minutes' | 'hours', language: PackLanguage): string {
  switch (language) {
    case 'zh-CN':
      return `${count}${unit === 'hours' ? '小时' : '分钟'}`;
    case 'zh-TW':
      return `${count}${unit === 'hours' ? '小時' : '分鐘'}`;
    case 'en':
      return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
  }
}
