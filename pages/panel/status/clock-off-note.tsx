import { i18n } from '#i18n';
import './clock-off-note.css';

interface ClockOffNoteProps {
  /** Server clock minus device clock, in ms. */
  readonly off: number;
}

/** This computer's clock is wrong: the team's deadlines are right, what it shows of now is not. */
export function ClockOffNote({ off }: ClockOffNoteProps) {
  const minutes = Math.round(Math.abs(off) / 60_000);
  return (
    <p class="clock-off" role="status">
      {off > 0 ? i18n.t('status.clockSlow', { minutes }) : i18n.t('status.clockFast', { minutes })}
    </p>
  );
}
