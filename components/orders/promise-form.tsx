import { i18n } from '#i18n';
import { YesNo } from '../yes-no.tsx';
import { instantOfField } from './field-time.ts';
import type { OrdersAction } from './orders-view.ts';
import type { TypingProps } from './remarks-form.tsx';

interface PromiseFormProps extends TypingProps {
  readonly now: number;
  readonly onDone: (action: Extract<OrdersAction, { do: 'promise' }>) => void;
}

/** A new time, and whether the caller knows of it: until they do, that is a clock of its own. */
export function PromiseForm({ now, typing, type, onDone }: PromiseFormProps) {
  const { time, answer: told } = typing;
  const dueAt = instantOfField(time);
  const isGood = dueAt !== null && dueAt > now && told !== null;
  return (
    <form
      class="order-act__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (dueAt !== null && told !== null && dueAt > now)
          onDone({ do: 'promise', dueAt, callerTold: told });
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
      <YesNo question={i18n.t('orders.callerTold')} answer={told} onAnswer={(answer) => type({ answer })} />
      <button type="submit" class="button button--main" disabled={!isGood}>
        {i18n.t('orders.confirm')}
      </button>
    </form>
  );
}
