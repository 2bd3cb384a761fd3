import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { readCount } from '../../../calls/numbers/plain-digits.ts';
import { Icon } from '../../../components/icon.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { FormFoot } from '../phone/form-foot.tsx';
import type { KeepingView } from './keeping-view.ts';

/** The limit in contract/settings/settings.ts. */
const MOST_DAYS = 3650;

interface KeepDaysFormProps {
  readonly view: KeepingView;
  readonly onSave: (days: number) => void;
}

/** The retention time. Notes that are due and saved nowhere else are counted, and stay. */
export function KeepDaysForm({ view, onSave }: KeepDaysFormProps) {
  const [days, setDays] = useState(String(view.keepNotesDays));
  const number = readCount(days);
  const isGood = number !== null && number <= MOST_DAYS;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood) onSave(number);
      }}
    >
      <TextField
        name="keepNotesDays"
        label={i18n.t('keeping.days')}
        hint={i18n.t('keeping.daysHint')}
        maxLength={6}
        value={days}
        managed={view.managed}
        problem={isGood ? null : i18n.t('keeping.daysProblem', { most: MOST_DAYS })}
        onInput={setDays}
      />
      {view.due > 0 && (
        <p class="keeping__warning" role="status">
          <Icon name="warning" />
          {i18n.t('records.due', { count: view.due, days: view.keepNotesDays })}
        </p>
      )}
      <FormFoot state={view.form} word={i18n.t('common.save')} disabled={!isGood || view.managed} />
    </form>
  );
}
