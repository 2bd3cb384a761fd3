import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { contactCategorySchema } from '../../../calls/vocabulary/contact-category.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { type NoteOutcome, noteOutcomeSchema } from '../../../contract/api/review/reviewed-note.ts';
import type { ReviewFilter, ReviewListView } from './review-view.ts';

interface ReviewFiltersProps {
  readonly view: ReviewListView;
  readonly onChange: (change: Partial<ReviewFilter>) => void;
}

/** Longest text that is looked for. */
const LONGEST = 100;

const OUTCOMES: Readonly<Record<NoteOutcome, () => string>> = {
  answered: () => i18n.t('lead.review.outcomes.answered'),
  'not-answered': () => i18n.t('lead.review.outcomes.notAnswered'),
  settled: () => i18n.t('lead.review.outcomes.settled'),
  'not-settled': () => i18n.t('lead.review.outcomes.notSettled'),
  satisfied: () => i18n.t('lead.review.outcomes.satisfied'),
  'not-satisfied': () => i18n.t('lead.review.outcomes.notSatisfied'),
  'closed-early': () => i18n.t('lead.review.outcomes.closedEarly'),
};

/** Each takes effect at once. */
export function ReviewFilters({ view: { filter, agents, situations }, onChange }: ReviewFiltersProps) {
  const id = useId();
  const outcomes = noteOutcomeSchema.options.map((outcome) => ({ id: outcome, label: OUTCOMES[outcome]() }));
  const categories = contactCategorySchema.options.map((category) => ({
    id: category,
    label: i18n.t(`note.categories.${category}`),
  }));
  const day = (name: 'from' | 'to', label: string) => (
    <div class="lead-field">
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
    name: 'agent' | 'category' | 'situation' | 'outcome',
    choices: readonly { readonly id: string; readonly label: string }[],
    set: (chosen: string | null) => void,
  ) => (
    <div class="lead-field">
      <label for={`${id}-${name}`}>{i18n.t(`lead.review.${name}`)}</label>
      <select
        id={`${id}-${name}`}
        name={name}
        value={filter[name] ?? ''}
        onChange={({ currentTarget: { value } }) => set(value === '' ? null : value)}
      >
        <option value="">{i18n.t('lead.review.any')}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <search class="lead-row review__filters">
      <div class="lead-field review__words">
        <label for={`${id}-words`}>{i18n.t('lead.review.words')}</label>
        <input
          id={`${id}-words`}
          type="search"
          name="words"
          maxLength={LONGEST}
          value={filter.words}
          onChange={({ currentTarget: { value } }) => onChange({ words: value.trim() })}
          {...CUSTOMER_TEXT}
        />
      </div>
      {day('from', i18n.t('records.from'))}
      {day('to', i18n.t('records.to'))}
      {pick('agent', agents, (agent) => onChange({ agent }))}
      {pick('category', categories, (chosen) =>
        onChange({ category: contactCategorySchema.options.find((one) => one === chosen) ?? null }),
      )}
      {pick('situation', situations, (situation) => onChange({ situation }))}
      {pick('outcome', outcomes, (chosen) =>
        onChange({ outcome: noteOutcomeSchema.options.find((one) => one === chosen) ?? null }),
      )}
    </search>
  );
}
