import { i18n } from '#i18n';
import { YesNo } from '../note/yes-no.tsx';
import { instantOfField } from './field-time.ts';
import type { OrdersAction } from './orders-view.ts';
import type { TypingProps } from './remarks-form.tsx';

interface PromiseFormProps extends TypingProps {
  readonly now: number;
  readonly onDone: (action: Extract<OrdersAction, { do: 'promise' }>) => void;
}

/** A new time, and whether the caller knows it. If not, informing them is a clock of its own. */
export function PromiseForm({ now, typing, type, onDone }: PromiseFormProps) {
  const { time, answer: informed } = typing;
  const dueAt = instantOfField(time);
  const isGood = dueAt !== null && dueAt > now && informed !== null;
  return (
    <form
      class="order-act__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (dueAt !== null && informed !== null && dueAt > now)
          onDone({ do: 'promise', dueAt, callerInformed: informed });
      }}
    >
      <label class="order-form__time">
        <span>{i18n.t('orders.newTime')}</span>
        <input
          type="datetime-local"
          value={time}
          onInput={(event) => type({ time: event.currentTarget.value })}
        />
      </label>
      <YesNo
        question={i18n.t('orders.callerInformed')}
        answer={informed}
        onAnswer={(answer) => type({ answer })}
      />
      <button type="submit" class="button button--main" disabled={!isGood}>
        {i18n.t('orders.confirm')}
      </button>
    </form>
  );
}
