import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { noteFamilySchema } from '../../../contract/note.ts';
import type { ReviewFilter, ReviewListView } from '../review-view.ts';

interface ReviewFiltersProps {
  readonly view: ReviewListView;
  readonly onChange: (change: Partial<ReviewFilter>) => void;
}

/** Each takes effect at once. */
export function ReviewFilters({ view: { filter, agents, situations }, onChange }: ReviewFiltersProps) {
  const id = useId();
  const families = noteFamilySchema.options.map((family) => ({
    id: family,
    label: i18n.t(`note.families.${family}`),
  }));
  const day = (name: 'from' | 'to', label: string) => (
    <div class="desk-field">
      <label for={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        type="date"
        required
        value={filter[name]}
        onChange={({ currentTarget: { value } }) => {
          // An emptied field names no day.
          if (value !== '') onChange({ [name]: value });
        }}
      />
    </div>
  );
  const pick = (
    name: 'agent' | 'family' | 'situation',
    choices: readonly { readonly id: string; readonly label: string }[],
    set: (chosen: string | null) => void,
  ) => (
    <div class="desk-field">
      <label for={`${id}-${name}`}>{i18n.t(`desk.review.${name}`)}</label>
      <select
        id={`${id}-${name}`}
        name={name}
        value={filter[name] ?? ''}
        onChange={({ currentTarget: { value } }) => set(value === '' ? null : value)}
      >
        <option value="">{i18n.t('desk.review.any')}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <search class="desk-row review__filters">
      {day('from', i18n.t('records.from'))}
      {day('to', i18n.t('records.to'))}
      {pick('agent', agents, (agent) => onChange({ agent }))}
      {pick('family', families, (chosen) =>
        onChange({ family: noteFamilySchema.options.find((one) => one === chosen) ?? null }),
      )}
      {pick('situation', situations, (situation) => onChange({ situation }))}
      <div class="desk-field desk-field--tick">
        <input
          id={`${id}-open`}
          type="checkbox"
          name="open"
          checked={filter.open}
          onChange={({ currentTarget }) => onChange({ open: currentTarget.checked })}
        />
        <label for={`${id}-open`}>{i18n.t('desk.review.open')}</label>
      </div>
    </search>
  );
}
