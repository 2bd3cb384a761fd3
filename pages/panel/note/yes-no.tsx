import { i18n } from '#i18n';
import './yes-no.css';

interface YesNoProps {
  readonly question: string;
  readonly answer: boolean | null;
  readonly onAnswer: (answer: boolean) => void;
}

/** A question without a default answer: unanswered is not "no". */
export function YesNo({ question, answer, onAnswer }: YesNoProps) {
  const choice = (value: boolean, word: string) => (
    <button
      type="button"
      class="yes-no__choice"
      aria-pressed={answer === value}
      onClick={() => onAnswer(value)}
    >
      {word}
    </button>
  );
  return (
    <fieldset class="yes-no" aria-label={question}>
      <span class="yes-no__question" aria-hidden="true">
        {question}
      </span>
      {choice(true, i18n.t('common.yes'))}
      {choice(false, i18n.t('common.no'))}
    </fieldset>
  );
}
