import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { secondsLeft } from '../../../components/format-time.ts';
import type { RingView } from '../script/script-view.ts';
import './ring-dial.css';

/**
 * One bar for each ring, filling while it lasts. Bars, words and the colour of the call zone show
 * how urgent it is. Late rings add no bars; their number is written.
 */
export function RingDial({ ring }: { readonly ring: RingView }) {
  const { moment, limit, ringMs } = ring;
  const marks = Array.from({ length: limit }, (_, index) => index + 1);
  return (
    <div class={`ring-dial ring-dial--${moment.urgency}`}>
      <span class="ring-dial__marks" aria-hidden="true">
        {marks.map((mark) => (
          <span key={mark} class={`ring-dial__mark ring-dial__mark--${markState(mark, moment.ring)}`}>
            {mark === moment.ring && <RingFill key={mark} intoMs={moment.intoRingMs} lengthMs={ringMs} />}
          </span>
        ))}
      </span>
      <span class="ring-dial__count">{i18n.t('ring.nth', { ring: moment.ring })}</span>
      <span class="ring-dial__left">
        {moment.urgency === 'late'
          ? i18n.t('ring.late', { over: moment.ring - limit })
          : i18n.t('ring.left', { seconds: secondsLeft(moment.msToLimitEnd) })}
      </span>
    </div>
  );
}

function markState(mark: number, ring: number): 'gone' | 'now' | 'to-come' {
  if (mark < ring) return 'gone';
  return mark === ring ? 'now' : 'to-come';
}

/**
 * The delay is read once, because a later render must not shift a running animation. `--share` is
 * shown where motion is reduced.
 */
function RingFill({ intoMs, lengthMs }: { readonly intoMs: number; readonly lengthMs: number }) {
  const [into] = useState(intoMs);
  const share = Math.min(1, intoMs / lengthMs);
  const style = { '--into': `${-into}ms`, '--length': `${lengthMs}ms`, '--share': share.toFixed(3) };
  return <span class="ring-dial__fill" style={style} />;
}
