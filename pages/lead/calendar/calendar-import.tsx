import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import type { Calendar } from '../../../contract/pack/calendar.ts';
import { mergeCalendar } from '../../../rules/calendar/merge-calendar.ts';
import chinaCalendar from '../../../scripts/calendars/china.ics?raw';
import taiwanCalendar from '../../../scripts/calendars/taiwan.ics?raw';
import { type CalendarFile, readCalendarFile } from './read-calendar-file.ts';

interface CalendarImportProps {
  readonly calendar: Calendar;
  /** Of the pack's texts. */
  readonly languages: readonly string[];
  readonly onImport: (calendar: Calendar) => void;
}

type Answer = { readonly count: number } | Extract<CalendarFile, { readonly ok: false }>;

/** Public holidays and make-up workdays from an .ics, or from those that come with the product. */
export function CalendarImport(props: CalendarImportProps) {
  const { calendar, languages, onImport } = props;
  const id = useId();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const read = async (file: Blob) => {
    const found = await readCalendarFile(file);
    if (found.ok) onImport(mergeCalendar(calendar, found.days, languages));
    setAnswer(found.ok ? { count: found.days.length } : found);
  };
  return (
    <section class="lead-form" aria-label={i18n.t('lead.calendar.import')}>
      <div class="lead-field">
        <label for={id}>{i18n.t('lead.calendar.import')}</label>
        <input
          id={id}
          name="calendar"
          type="file"
          accept=".ics,text/calendar"
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) void read(file);
            // The same file can be chosen once more after it was corrected.
            currentTarget.value = '';
          }}
        />
        <p id={`${id}-hint`} class="lead-field__hint">
          {i18n.t('lead.calendar.hint')}
        </p>
      </div>
      <div class="lead-row">
        <Button onPress={() => void read(new Blob([chinaCalendar]))}>{i18n.t('lead.calendar.china')}</Button>
        <Button onPress={() => void read(new Blob([taiwanCalendar]))}>
          {i18n.t('lead.calendar.taiwan')}
        </Button>
      </div>
      {answer !== null && <p role="status">{answerText(answer)}</p>}
    </section>
  );
}

function answerText(answer: Answer): string {
  if ('count' in answer) return i18n.t('lead.calendar.imported', { n: answer.count });
  switch (answer.reason) {
    case 'too-large':
      return i18n.t('lead.calendar.tooLarge');
    case 'unreadable':
      return i18n.t('lead.calendar.unreadable');
    case 'empty':
      return i18n.t('lead.calendar.empty');
  }
}
