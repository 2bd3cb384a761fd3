import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { formatDuration } from '../../../components/format-time.ts';
import type { ShiftView } from './shift-view.ts';

/** The agent's readiness in a word. */
export function readinessWord({ readiness, rest }: ShiftView): string {
  switch (readiness.state) {
    case 'ready':
      return i18n.t('shift.ready');
    case 'busy':
      return i18n.t('shift.busy');
    case 'break':
      return rest?.title ?? i18n.t('shift.break');
    case 'wrap-up':
      return i18n.t('shift.wrapUp');
    case 'offline':
      return i18n.t('shift.offline');
  }
}

/** The time left of a wrap-up, or since a break or call began; null for other states. */
export function readinessTime({ readiness, since, endsAt }: ShiftView, now: Instant): string | null {
  switch (readiness.state) {
    case 'ready':
    case 'offline':
      return null;
    case 'wrap-up':
      return formatDuration(endsAt === null ? now - since : endsAt - now);
    case 'break':
    case 'busy':
      return formatDuration(now - since);
  }
}

/** A break that is longer than its kind allows. */
export function isOverTime({ readiness, since, rest }: ShiftView, now: Instant): boolean {
  return readiness.state === 'break' && rest !== null && now - since > rest.minutes * 60_000;
}
