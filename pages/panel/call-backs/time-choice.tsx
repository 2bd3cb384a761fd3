import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { dayAndTime, formatClock } from '../../../components/format-time.ts';
import { callBackTimeProblem, offeredTimes } from '../../../rules/call-backs/call-back-times.ts';
import './call-backs.css';
import { fieldOfInstant, instantOfField } from '../orders/field-time.ts';
import type { TimeRules } from './call-backs-view.ts';

interface TimeChoiceProps {
  readonly legend: string;
  readonly times: TimeRules;
  readonly now: Instant;
  readonly agreed: boolean;
  readonly chosen: Instant | null;
  readonly onChoose: (at: Instant | null) => void;
}

/** The time of a call-back: some offered, or any other. A forbidden one says why. */
export function TimeChoice({ legend, times, now, agreed, chosen, onChoose }: TimeChoiceProps) {
  const id = useId();
  // Computed once, so that buttons do not change while the form is open.
  const [offered] = useState(() => offeredTimes(times.settings, now, times.utcOffsetMinutes));
  const problem = chosen === null ? null : timeProblem(times, now, { dueAt: chosen, agreed });
  return (
    <fieldset class="time-choice">
      <legend>{legend}</legend>
      <div class="time-choice__offered">
        {offered.map((at, n) => (
          <button
            key={at}
            type="button"
            class="button"
            aria-pressed={chosen === at}
            data-first-focus={n === 0 ? '' : undefined}
            onClick={() => onChoose(at)}
          >
            {dayAndTime(at, now)}
          </button>
        ))}
      </div>
      <label for={id}>{i18n.t('callBacks.otherTime')}</label>
      <input
        id={id}
        type="datetime-local"
        value={chosen === null || offered.includes(chosen) ? '' : fieldOfInstant(chosen)}
        onInput={(event) => {
          onChoose(instantOfField(event.currentTarget.value));
        }}
      />
      <p class="time-choice__problem" role="status">
        {problem}
      </p>
    </fieldset>
  );
}

/** Why a call-back may not be planned then; null if it may. */
export function timeProblem(
  { settings, utcOffsetMinutes }: TimeRules,
  now: Instant,
  wanted: { readonly dueAt: Instant; readonly agreed: boolean },
): string | null {
  const problem = callBackTimeProblem(wanted, settings, now, utcOffsetMinutes);
  switch (problem?.why) {
    case undefined:
      return null;
    case 'past':
      return i18n.t('callBacks.past');
    case 'rest':
      return i18n.t('callBacks.rest', { time: formatClock(problem.until) });
    case 'too-late':
      return i18n.t('callBacks.tooLate', { time: dayAndTime(problem.latest, now) });
  }
}
