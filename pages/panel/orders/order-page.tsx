import { i18n } from '#i18n';
import { isWithheld } from '../../../calls/numbers/withheld.ts';
import { Button } from '../../../components/button.tsx';
import { tameText } from '../../../components/caller-text.ts';
import { dayAndTime } from '../../../components/format-time.ts';
import { Icon } from '../../../components/icon.tsx';
import { ClockMark } from './clock-mark.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderHistory } from './order-history.tsx';
import { callerText, MajorMark, OrderItem } from './order-item.tsx';
import './order-page.css';
import { DialButton } from '../dial/dial-button.tsx';
import { OrderPapers } from './order-papers.tsx';
import { majorText, problemText, statusText } from './order-words.ts';
import type { ActOnOrders, OrderPageView } from './orders-view.ts';
import { RecordForm } from './record-form.tsx';
import { WrittenReply } from './written-reply.tsx';

interface OrderPageProps {
  readonly view: OrderPageView;
  readonly act: ActOnOrders;
}

/** One order: its state and clocks, the possible steps, its record and its history. */
export function OrderPage({ view, act }: OrderPageProps) {
  const { order, record, reply, attached, refusal } = view;
  return (
    <article class="order-page" aria-label={order.kind}>
      <Head view={view} act={act} />
      <Alarms view={view} />
      {order.status === 'open' && <Clocks view={view} />}
      {refusal !== null && (
        <p class="field__problem" role="alert">
          <Icon name="warning" />
          {problemText(refusal)}
        </p>
      )}
      {order.status === 'open' && <OrderActions view={view} act={act} />}
      <Copies view={view} act={act} />
      {record !== null && <RecordForm record={record} typed={view.typing.record} act={act} />}
      {reply !== null && <WrittenReply frame={reply} result={view.typing.reply} act={act} />}
      <OrderPapers papers={view.papers} act={act} />
      {attached.length > 0 && (
        <section>
          <h3>{i18n.t('orders.attached')}</h3>
          <ul class="orders__list">
            {attached.map((item) => (
              <OrderItem key={item.id} item={item} act={act} />
            ))}
          </ul>
        </section>
      )}
      <OrderHistory lines={view.history} now={view.now} act={act} />
    </article>
  );
}

function Head({ view: { order, spoken, openedAt, now }, act }: OrderPageProps) {
  return (
    <header class="order-page__head">
      <Button
        variant="bare"
        icon="back"
        label={i18n.t('orders.toList')}
        onPress={() => act({ do: 'list' })}
      />
      <div>
        <h2>
          {order.kind} {order.major && <MajorMark />}
        </h2>
        {order.orderNumber !== null && (
          <p class="order-page__number">
            <strong>{order.orderNumber}</strong>
            {spoken !== null && <span class="orders__hint">{i18n.t('orders.sayNumber', { spoken })}</span>}
          </p>
        )}
        <p class="orders__hint">
          <bdi>{callerText(order.caller)}</bdi> ·{' '}
          {i18n.t('orders.openedAt', { time: dayAndTime(openedAt, now) })}
        </p>
      </div>
      {order.status !== 'open' && <strong>{statusText(order.status)}</strong>}
      {order.status === 'open' && !isWithheld(order.caller.number) && (
        <DialButton
          variant="bare"
          icon="answer"
          label={i18n.t('orders.dial', { who: callerText(order.caller) })}
          onPress={() => act({ do: 'dial' })}
        />
      )}
      <p class="order-page__matter">{tameText(order.matter, 1000)}</p>
    </header>
  );
}

function Alarms({ view: { major, batchOf, now } }: { readonly view: OrderPageView }) {
  return (
    <>
      {major !== null && (
        <p class="order-page__alarm">
          <Icon name="warning" />
          {i18n.t('orders.majorSince', { why: majorText(major.why), time: dayAndTime(major.since, now) })}
        </p>
      )}
      {batchOf !== null && (
        <p class="order-page__alarm">
          <Icon name="warning" />
          {i18n.t('orders.batchNow', { count: batchOf })}
        </p>
      )}
    </>
  );
}

function Clocks({ view: { order, clocks, now } }: { readonly view: OrderPageView }) {
  return (
    <section aria-label={i18n.t('orders.clocks')}>
      <p class="order-page__stage">{i18n.t('orders.at', { stage: order.stage, owner: order.owner })}</p>
      <ul class="order-page__clocks">
        {clocks.map((clock) => (
          <li key={clock.id}>
            <span>
              {clock.label} <span class="orders__hint">{dayAndTime(clock.dueAt, now)}</span>
            </span>
            <ClockMark reading={clock.reading} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Copies({ view: { copies }, act }: OrderPageProps) {
  if (copies.length === 0) return null;
  return (
    <ul class="order-page__copies" aria-label={i18n.t('orders.copies')}>
      {copies.map(({ id, label, done }) => (
        <li key={id}>
          {done ? (
            <>
              <Icon name="check" /> {i18n.t('orders.copied', { to: label })}
            </>
          ) : (
            <Button onPress={() => act({ do: 'copied', to: id })}>
              {i18n.t('orders.copyTo', { to: label })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
