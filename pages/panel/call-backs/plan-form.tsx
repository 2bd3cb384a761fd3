import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { typedNumber } from '../../../calls/numbers/typed-number.ts';
import { isWithheld } from '../../../calls/numbers/withheld.ts';
import { Button } from '../../../components/button.tsx';
import { shownNumber } from '../../../components/caller-name.ts';
import { CheckField } from '../../../components/check-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { longestText } from '../../../contract/longest-text.ts';
import { callBackPlanned } from '../../../contract/team/events/call-back-planned.ts';
import './call-backs.css';
import type { PlanDraft, PlannedCallBack, TimeRules } from './call-backs-view.ts';
import { TimeChoice, timeProblem } from './time-choice.tsx';

interface PlanFormProps {
  readonly draft: PlanDraft;
  readonly times: TimeRules;
  readonly now: Instant;
  readonly onPlan: (plan: PlannedCallBack) => void;
}

/** The form of a new call-back. From a call it is prefilled, and only a time is needed. */
export function PlanForm({ draft, times, now, onPlan }: PlanFormProps) {
  const [number, setNumber] = useState(draft.number);
  const [surname, setSurname] = useState(draft.surname);
  const [matter, setMatter] = useState(draft.matter);
  const [dueAt, setDueAt] = useState<Instant | null>(null);
  const [agreed, setAgreed] = useState(false);
  const [vip, setVip] = useState(false);
  // Masked as on the call.
  const asCalled = draft.number !== '' && number === draft.number;
  const ready = dueAt !== null && !isWithheld(number) && timeProblem(times, now, { dueAt, agreed }) === null;
  return (
    <form
      class="plan-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ready) return;
        const { title, order, note = null } = draft;
        onPlan({
          number: typedNumber(number),
          surname: surname.trim(),
          title,
          matter,
          order,
          note,
          dueAt,
          agreed,
          vip,
        });
      }}
    >
      <TimeChoice
        legend={i18n.t('callBacks.when')}
        times={times}
        now={now}
        agreed={agreed}
        chosen={dueAt}
        onChoose={setDueAt}
      />
      <CheckField name="agreed" label={i18n.t('callBacks.agreed')} checked={agreed} onCheck={setAgreed} />
      <div class="plan-form__who">
        {asCalled ? (
          <div class="plan-form__number">
            <span>{shownNumber({ number, masked: true })}</span>
            <Button onPress={() => setNumber('')}>{i18n.t('callBacks.otherNumber')}</Button>
          </div>
        ) : (
          <TextField
            name="number"
            label={i18n.t('callBacks.number')}
            maxLength={longestText(callBackPlanned.written.entries.number)}
            value={number}
            onInput={setNumber}
          />
        )}
        <TextField
          name="surname"
          label={i18n.t('callBacks.surname')}
          maxLength={longestText(callBackPlanned.written.entries.surname)}
          value={surname}
          onInput={setSurname}
        />
      </div>
      <TextField
        name="matter"
        label={i18n.t('callBacks.matter')}
        maxLength={longestText(callBackPlanned.written.entries.matter)}
        value={matter}
        onInput={setMatter}
      />
      <CheckField name="vip" label={i18n.t('callBacks.vip')} checked={vip} onCheck={setVip} />
      <button type="submit" class="button button--main" disabled={!ready}>
        {i18n.t('callBacks.save')}
      </button>
    </form>
  );
}
