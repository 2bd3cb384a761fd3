import { useId } from 'preact/hooks';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { LONGEST_LINE } from '../../../contract/pack/localized-text.ts';
import './lead-field.css';
import { type Place, placeName, problemsAt } from './place.ts';
import { ProblemNotes } from './problem-notes.tsx';

interface LineFieldProps {
  readonly place: Place;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Grows with its text. A line break becomes a blank: a sentence is one line. */
  readonly long?: boolean;
  readonly lang?: string;
}

/** One line of text. */
export function LineField(props: LineFieldProps) {
  const id = useId();
  const wrong = problemsAt(props.place).length > 0;
  const common = {
    id,
    maxLength: LONGEST_LINE,
    value: props.value,
    'data-place': placeName(props.place.path),
    'aria-invalid': wrong,
    ...(wrong ? { 'aria-describedby': `${id}-problem` } : {}),
    ...(props.lang === undefined ? {} : { lang: props.lang }),
  } as const;
  return (
    <div class="lead-field">
      <label for={id}>{props.label}</label>
      {props.long === true ? (
        <textarea
          {...CUSTOMER_TEXT}
          {...common}
          rows={1}
          onInput={({ currentTarget }) => props.onChange(currentTarget.value.replaceAll('\n', ' '))}
        />
      ) : (
        <input
          {...CUSTOMER_TEXT}
          {...common}
          type="text"
          onInput={({ currentTarget }) => props.onChange(currentTarget.value)}
        />
      )}
      <ProblemNotes id={`${id}-problem`} place={props.place} />
    </div>
  );
}
