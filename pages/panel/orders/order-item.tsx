import { i18n } from '#i18n';
import { addressOf, shownNumber } from '../../../components/caller-name.ts';
import { tameText } from '../../../components/caller-text.ts';
import { ClockMark } from './clock-mark.tsx';
import { statusText } from './order-words.ts';
import type { ActOnOrders, OrderCaller, OrderItemView } from './orders-view.ts';

interface OrderItemProps {
  readonly item: OrderItemView;
  readonly act: ActOnOrders;
}

/** An order in a list: kind, caller, stage and clock. */
export function OrderItem({ item, act }: OrderItemProps) {
  const { clock, status } = item;
  return (
    <li>
      <button type="button" class="order-item" onClick={() => act({ do: 'show', order: item.id })}>
        <span class="order-item__row">
          <strong>{item.kind}</strong>
          {item.major && <MajorMark />}
          {clock !== null && <ClockMark reading={clock.reading} />}
          {status !== 'open' && <span class="order-item__done">{statusText(status)}</span>}
        </span>
        <span class="order-item__row order-item__row--dim">
          {item.orderNumber !== null && <span class="order-item__number">{item.orderNumber}</span>}
          <bdi>{callerText(item.caller)}</bdi>
          <span class="order-item__matter">{tameText(item.matter, 80)}</span>
        </span>
        {status === 'open' && (
          <span class="order-item__row order-item__row--dim">
            {clock === null || clock.label === item.stage
              ? i18n.t('orders.at', { stage: item.stage, owner: item.owner })
              : i18n.t('orders.atDue', { stage: item.stage, due: clock.label })}
          </span>
        )}
      </button>
    </li>
  );
}

/** A word in a frame, so that it is recognised without colour. */
export function MajorMark() {
  return <span class="order-item__major">{i18n.t('orders.major')}</span>;
}

export function callerText({ number, surname, title }: OrderCaller): string {
  const name = addressOf(surname, title);
  const shown = number === '' ? '' : shownNumber({ number, masked: true });
  return [name ?? '', shown].filter((part) => part !== '').join(' ');
}
