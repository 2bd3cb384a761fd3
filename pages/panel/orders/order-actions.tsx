import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { AnsweredForm } from './answered-form.tsx';
import { CloseForm } from './close-form.tsx';
import { durationWords } from './duration-words.ts';
import type { ActOnOrders, OrderPageView } from './orders-view.ts';
import { PromiseForm } from './promise-form.tsx';
import { RemarksForm } from './remarks-form.tsx';
import type { OrderTyping } from './typed-orders.ts';

interface OrderActionsProps {
  readonly view: OrderPageView;
  readonly act: ActOnOrders;
}

/** The possible steps of an order. A step opens a short form first. */
export function OrderActions({ view, act }: OrderActionsProps) {
  const { ways, returns, acting, up, typing } = view;
  const open = (form: OrderTyping['form']) => () =>
    act({ do: 'type', patch: { form: typing.form === form ? 'none' : form } });
  return (
    <section class="order-act" aria-label={i18n.t('orders.actions')}>
      {acting.is === 'for' && (
        <p class="orders__hint">{i18n.t('orders.recordsFor', { owner: acting.owner })}</p>
      )}
      {acting.is === 'waits' && (
        <p class="orders__hint">{i18n.t('orders.waitsFor', { owner: acting.owner })}</p>
      )}
      <div class="order-act__ways">
        {ways.map(({ id, label }, place) => (
          <Button
            key={id}
            variant={place === 0 ? 'main' : 'plain'}
            onPress={() => act({ do: 'type', patch: { form: 'move', to: id } })}
          >
            {label}
          </Button>
        ))}
        {returns !== null && <Button onPress={open('return')}>{returnText(returns)}</Button>}
        {view.mayBeWrong && <Button onPress={open('wrong-answer')}>{i18n.t('orders.wrongAnswer')}</Button>}
        <Button onPress={open('answered')}>{i18n.t('orders.answered')}</Button>
        <Button onPress={open('promise')}>{i18n.t('orders.newTime')}</Button>
        <Button onPress={open('remark')}>{i18n.t('orders.remark')}</Button>
        {up.map(({ id, label }) => (
          <Button key={id} onPress={() => act({ do: 'start-above', kind: id })}>
            {i18n.t('orders.goUp', { kind: label })}
          </Button>
        ))}
        {acting.is !== 'waits' && <Button onPress={open('close')}>{i18n.t('orders.close')}</Button>}
      </div>
      <OpenedForm view={view} act={act} />
    </section>
  );
}

function OpenedForm({ view, act }: OrderActionsProps) {
  const { typing, ways, acting } = view;
  const { form } = typing;
  const type = (patch: Partial<OrderTyping>) => act({ do: 'type', patch });
  // The order moved to another owner since the form was opened. The typed text stays.
  if (acting.is === 'waits' && (form === 'return' || form === 'wrong-answer' || form === 'close'))
    return null;
  switch (form) {
    case 'none':
      return null;
    case 'move': {
      const way = ways.find(({ id }) => id === typing.to);
      if (way === undefined) return null;
      const move = (remarks: string) => act({ do: 'move', to: way.id, remarks });
      return (
        <RemarksForm
          key={way.id}
          title={way.label}
          needed={false}
          typing={typing}
          type={type}
          onDone={move}
        />
      );
    }
    case 'return':
    case 'wrong-answer':
    case 'remark':
      return (
        <RemarksForm
          key={form}
          title={titleOf(form)}
          needed
          typing={typing}
          type={type}
          onDone={(remarks) => act({ do: form, remarks })}
        />
      );
    case 'promise':
      return <PromiseForm now={view.now} typing={typing} type={type} onDone={act} />;
    case 'answered':
      return <AnsweredForm typing={typing} type={type} onDone={act} />;
    case 'close':
      return (
        <CloseForm outcomes={view.outcomes} reports={view.reports} typing={typing} type={type} onDone={act} />
      );
  }
}

function titleOf(form: 'return' | 'wrong-answer' | 'remark'): string {
  if (form === 'return') return i18n.t('orders.returnWhy');
  return form === 'wrong-answer' ? i18n.t('orders.wrongWhy') : i18n.t('orders.remark');
}

function returnText({ to, leftMs }: NonNullable<OrderPageView['returns']>): string {
  return leftMs > 0
    ? i18n.t('orders.returnWithin', { to, time: durationWords(leftMs) })
    : i18n.t('orders.returnLate', { to });
}
