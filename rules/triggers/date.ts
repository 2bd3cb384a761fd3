import { textIn } from '../../contract/pack/localized-text.ts';
import type { TriggerOf } from '../../contract/pack/trigger.ts';
import { PHASE_WORDS } from '../../contract/triggers/field-choices.ts';
import { currentPhase } from '../call/call-phase.ts';
import { festivalsOn, isDayWithin } from '../scripts/festival-today.ts';
import { localTime } from '../time/local-time.ts';
import { holdsFrom, NEVER, type TriggerRule } from './trigger-rule.ts';

export interface DateReason {
  readonly kind: 'date';
  readonly day: string;
  /** Name of the festival in the agent's language, where the day is one. */
  readonly festival: string | null;
}

/** The day on which the phase was reached decides, also when the phase lasts over midnight. */
export const date: TriggerRule<'date', DateReason> = {
  urgency: 15,
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
  sentence({ days, phase }, { words, titleOf }) {
    const when = dayWords(days, titleOf);
    return words('trigger.date.sentence', { days: when, phase: words(PHASE_WORDS[phase]) });
  },
  reason: ({ day, festival }, { words }) =>
    festival === null ? words('reason.date', { day }) : words('reason.festival', { festival }),
};

function dayWords(days: TriggerOf<'date'>['days'], titleOf: (id: string) => string): string {
  if (days.by === 'festival') return titleOf(days.festival);
  return days.from === days.to ? days.from : `${days.from}–${days.to}`;
}
