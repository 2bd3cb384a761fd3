import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { formatClock } from '../../../components/format-time.ts';
import { Icon } from '../../../components/icon.tsx';
import type { Act } from '../frame/panel-action.ts';
import type { ArrivalView } from './arrival-view.ts';
import './arrival-note.css';

interface ArrivalNoteProps {
  readonly arrival: ArrivalView;
  /** The agent is on shift and hands over; else comes, and takes over. */
  readonly onShift: boolean;
  readonly act: Act;
}

/** Fifteen minutes before a shift: what is open is handed over, and said aloud too. */
export function ArrivalNote({ arrival: { at, staff }, onShift, act }: ArrivalNoteProps) {
  const time = formatClock(at);
  return (
    <section class="arrival-note" role="status">
      <Icon name="clock" />
      <div class="arrival-note__text">
        <p>{i18n.t(onShift ? 'shift.handOverSoon' : 'shift.arriveEarly', { time })}</p>
        {staff !== '' && <p class="arrival-note__staff">{staff}</p>}
      </div>
      <Button onPress={() => act({ do: 'open-tab', tab: 'handover' })}>{i18n.t('shift.seeHandover')}</Button>
    </section>
  );
}
