import { i18n } from '#i18n';
import { longestText } from '../../../contract/longest-text.ts';
import { workOrderAnswered } from '../../../contract/team/events/work-order-answered.ts';
import { YesNo } from '../note/yes-no.tsx';
import type { OrdersAction } from './orders-view.ts';
import { RemarksField } from './remarks-field.tsx';
import type { TypingProps } from './remarks-form.tsx';

interface AnsweredFormProps extends TypingProps {
  readonly onDone: (action: Extract<OrdersAction, { do: 'answered' }>) => void;
}

/** Whether the caller accepted the answer, with remarks. */
export function AnsweredForm({ typing, type, onDone }: AnsweredFormProps) {
  const { answer: accepted, remarks } = typing;
  return (
    <form
      class="order-act__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (accepted !== null) onDone({ do: 'answered', accepted, remarks: remarks.trim() });
      }}
    >
      <YesNo question={i18n.t('orders.accepted')} answer={accepted} onAnswer={(answer) => type({ answer })} />
      <RemarksField
        label={i18n.t('orders.callerSays')}
        maxLength={longestText(workOrderAnswered.written.entries.remarks)}
        value={remarks}
        onInput={(text) => type({ remarks: text })}
      />
      <button type="submit" class="button button--main" disabled={accepted === null}>
        {i18n.t('orders.confirm')}
      </button>
    </form>
  );
}
