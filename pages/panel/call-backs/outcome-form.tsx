import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { longestText } from '../../../contract/longest-text.ts';
import type { CallBackOutcome } from '../../../contract/pack/call-back-outcome.ts';
import { callBackTried } from '../../../contract/team/events/call-back-tried.ts';
import './call-backs.css';
import type { OutcomeGiven, OutcomeView } from './call-backs-view.ts';
import { outcomeWord } from './outcome-word.ts';
import { TimeChoice, timeProblem } from './time-choice.tsx';

interface OutcomeFormProps {
  readonly view: OutcomeView;
  readonly now: Instant;
  readonly onGiven: (given: OutcomeGiven) => void;
}

const OUTCOMES = ['satisfied', 'not-satisfied', 'not-reached', 'asked-for-later'] as const;

/** The outcome of a call-back, preselected by the script. */
export function OutcomeForm({ view, now, onGiven }: OutcomeFormProps) {
  const id = useId();
  const [picked, setPicked] = useState<CallBackOutcome | null>(null);
  const [remarks, setRemarks] = useState('');
  const [nextAt, setNextAt] = useState<Instant | null>(null);
  const [noNext, setNoNext] = useState(false);
  const outcome = picked ?? view.suggested;
  const again = outcome === 'not-reached' || outcome === 'asked-for-later';
  const agreed = outcome === 'asked-for-later';
  const timeStands = nextAt !== null && timeProblem(view.times, now, { dueAt: nextAt, agreed }) === null;
  const ready = outcome !== null && (!again || noNext || timeStands);
  return (
    <form
      class="outcome-form"
      aria-label={i18n.t('callBacks.outcome')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready || outcome === null) return;
        onGiven({ outcome, remarks: remarks.trim(), nextAt: again && !noNext ? nextAt : null });
      }}
    >
      <fieldset class="outcome-form__outcomes">
        <legend>{i18n.t('callBacks.outcome')}</legend>
        {OUTCOMES.map((one) => (
          <button
            key={one}
            type="button"
            class="button"
            aria-pressed={outcome === one}
            onClick={() => setPicked(one)}
          >
            {outcomeWord(one)}
          </button>
        ))}
      </fieldset>
      {again && !noNext && (
        <TimeChoice
          legend={i18n.t('callBacks.next')}
          times={view.times}
          now={now}
          agreed={agreed}
          chosen={nextAt}
          onChoose={setNextAt}
        />
      )}
      {again && !view.vip && (
        <label class="outcome-form__none">
          <input
            type="checkbox"
            checked={noNext}
            onChange={(event) => setNoNext(event.currentTarget.checked)}
          />
          <span>{i18n.t('callBacks.noNext')}</span>
        </label>
      )}
      <label class="visually-hidden" for={id}>
        {i18n.t('callBacks.remarks')}
      </label>
      <input
        {...CUSTOMER_TEXT}
        id={id}
        class="outcome-form__remarks"
        type="text"
        maxLength={longestText(callBackTried.written.entries.remarks)}
        placeholder={i18n.t('callBacks.remarks')}
        value={remarks}
        onInput={(event) => setRemarks(event.currentTarget.value)}
      />
      <button type="submit" class="button" disabled={!ready}>
        {i18n.t('callBacks.saveOutcome')}
      </button>
    </form>
  );
}
