import { i18n } from '#i18n';
import { Icon } from '../../../components/icon.tsx';
import type { Calendar } from '../../../contract/pack/calendar.ts';
import { missingYear } from '../../../rules/calendar/missing-year.ts';
import type { Zone } from '../../../rules/time/zone-offset.ts';
import { hashOf } from '../frame/lead-link.ts';

interface MissingYearProps {
  readonly calendar: Calendar;
  readonly now: number;
  readonly utcOffsetMinutes: Zone;
}

/** Through December, wherever the lead edits: next year's holidays are not in the calendar yet. */
export function MissingYearNotice({ calendar, now, utcOffsetMinutes }: MissingYearProps) {
  const year = missingYear(calendar, now, utcOffsetMinutes);
  if (year === null) return null;
  return (
    <p class="lead-field__problem" role="status">
      <Icon name="warning" />{' '}
      <a href={hashOf({ page: 'scripts', section: 'calendar' })}>
        {i18n.t('lead.calendar.missing', { year })}
      </a>
    </p>
  );
}
