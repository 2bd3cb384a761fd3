import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { isOverTime, readinessTime, readinessWord } from './readiness-text.ts';
import './status-readiness.css';
import type { ShiftView } from './shift-view.ts';

interface StatusReadinessProps {
  readonly shift: ShiftView;
  readonly now: Instant;
  readonly expanded: boolean;
  readonly onOpen: () => void;
}

/** The agent's readiness; opens the shift sheet. */
export function StatusReadiness({ shift, now, expanded, onOpen }: StatusReadinessProps) {
  const time = readinessTime(shift, now);
  return (
    <button
      type="button"
      class={`status-readiness status-readiness--${shift.readiness.state}${isOverTime(shift, now) ? ' status-readiness--over' : ''}`}
      aria-expanded={expanded}
      aria-label={i18n.t('shift.change', { state: readinessWord(shift) })}
      onClick={onOpen}
    >
      <span>{readinessWord(shift)}</span>
      {time !== null && <time>{time}</time>}
    </button>
  );
}
