import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { formatClock, formatDuration } from '../../../components/format-time.ts';
import type { Readiness } from '../../../contract/team/readiness.ts';
import type { Act } from '../frame/panel-action.ts';
import { Sheet } from '../frame/sheet.tsx';
import { isOverTime, readinessTime, readinessWord } from './readiness-text.ts';
import './shift.css';
import type { ShiftSheetView } from './shift-view.ts';

interface ShiftSheetProps {
  readonly view: ShiftSheetView;
  readonly now: Instant;
  readonly act: Act;
}

/** Readiness, changed with one press, and the times of the day. */
export function ShiftSheet({ view, now, act }: ShiftSheetProps) {
  const { shift, breaks } = view;
  const state = shift?.readiness.state ?? 'offline';
  const be = (readiness: Readiness) => () => act({ do: 'on-shift', action: { do: 'be', readiness } });
  return (
    <Sheet title={i18n.t('shift.title')} onClose={() => act({ do: 'overlay', open: 'none' })}>
      {shift !== null && (
        <p class={`shift-sheet__now${isOverTime(shift, now) ? ' shift-sheet__now--over' : ''}`}>
          <strong>{readinessWord(shift)}</strong>
          <span>{readinessTime(shift, now)}</span>
          {isOverTime(shift, now) && <span>{i18n.t('shift.overTime')}</span>}
        </p>
      )}
      <div class="shift-sheet__states">
        <Choice on={state === 'ready'} onPress={be({ state: 'ready' })}>
          {i18n.t('shift.ready')}
        </Choice>
        <Choice on={state === 'busy'} onPress={be({ state: 'busy' })}>
          {i18n.t('shift.busy')}
        </Choice>
      </div>
      <h3 class="shift-sheet__head">{i18n.t('shift.breaks')}</h3>
      <div class="shift-sheet__states">
        {breaks.map(({ id, title, minutes }) => (
          <Choice
            key={id}
            on={shift?.readiness.state === 'break' && shift.readiness.reason === id}
            onPress={be({ state: 'break', reason: id })}
          >
            {title} <small>{i18n.t('shift.minutes', { minutes })}</small>
          </Choice>
        ))}
      </div>
      <Today view={view} />
      {view.signedInAt !== null && (
        <button
          type="button"
          class="shift-sheet__out"
          onClick={() => act({ do: 'overlay', open: 'sign-out' })}
        >
          {i18n.t('shift.signOut')}
        </button>
      )}
    </Sheet>
  );
}

interface ChoiceProps {
  readonly on: boolean;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

function Choice({ on, onPress, children }: ChoiceProps) {
  return (
    <button type="button" class="shift-sheet__choice" aria-pressed={on} onClick={onPress}>
      {children}
    </button>
  );
}

function Today({ view }: { readonly view: ShiftSheetView }) {
  const { today, breaksToday, signedInAt, turnedAway } = view;
  return (
    <section aria-label={i18n.t('shift.today')}>
      <h3 class="shift-sheet__head">
        {signedInAt === null
          ? i18n.t('shift.today')
          : i18n.t('shift.todaySince', { time: formatClock(signedInAt) })}
      </h3>
      <dl class="shift-sheet__today">
        <Row name={i18n.t('shift.ready')} value={formatDuration(today.ready)} />
        <Row name={i18n.t('shift.wrapUp')} value={formatDuration(today['wrap-up'])} />
        <Row name={i18n.t('shift.busy')} value={formatDuration(today.busy)} />
        <Row name={i18n.t('shift.break')} value={formatDuration(today.break)} />
        {breaksToday.map(({ title, ms, count }) => (
          <Row
            key={title}
            inner
            name={title}
            value={`${i18n.t('shift.times', { count })} ${formatDuration(ms)}`}
          />
        ))}
        <Row name={i18n.t('shift.turnedAway')} value={String(turnedAway)} />
      </dl>
    </section>
  );
}

function Row({ name, value, inner = false }: { name: string; value: string; inner?: boolean }) {
  return (
    <div class={inner ? 'shift-sheet__row shift-sheet__row--inner' : 'shift-sheet__row'}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
