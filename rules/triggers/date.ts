import { textIn } from '../../contract/pack/localized-text.ts';
import { currentPhase } from '../call/call-phase.ts';
import { festivalsOn, isDayWithin } from '../scripts/festival-today.ts';
import { localTime } from '../time/local-time.ts';
import { phaseWords } from './phase-words.ts';
import { say } from './say.ts';
import { holdsFrom, NEVER, type TriggerOf, type TriggerRule } from './trigger-rule.ts';

/** As with the time of day, the day on which the phase was reached decides. */
export const date: TriggerRule<'date'> = {
  kind: 'date',
  holds({ days, phase }, { call, pack, context }, now) {
    const current = currentPhase(call);
    if (current?.phase !== phase) return NEVER;
    const { day, dayNumber } = localTime(current.since, context.utcOffsetMinutes);
    if (days.by !== 'festival') {
      if (!isDayWithin(day, days)) return NEVER;
      return holdsFrom(current.since, now, { kind: 'date', day, festival: null });
    }
    const today = festivalsOn(pack.festivals, dayNumber).find(({ id }) => id === days.festival);
    if (today === undefined) return NEVER;
    const festival = textIn(today.name, context.language);
    return holdsFrom(current.since, now, { kind: 'date', day, festival });
  },
  sentence({ days, phase }, language, titleOf) {
    const when = dayWords(days, titleOf);
    const words = phaseWords(phase, language);
    return say(
      language,
      `${when} 当天进入“${words}”时`,
      `${when} 當天進入「${words}」時`,
      `when the call is ${words} on ${when}`,
    );
  },
};

function dayWords(days: TriggerOf<'date'>['days'], titleOf: (id: string) => string): string {
  if (days.by === 'festival') return titleOf(days.festival);
  return days.from === days.to ? days.from : `${days.from}–${days.to}`;
}
