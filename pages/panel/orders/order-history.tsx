import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { tameText } from '../../../components/caller-text.ts';
import { dayAndTime } from '../../../components/format-time.ts';
import type { ActOnOrders, HistoryLine } from './orders-view.ts';

interface OrderHistoryProps {
  readonly lines: readonly HistoryLine[];
  readonly now: number;
  readonly act: ActOnOrders;
}

/** The history of an order, newest first. */
export function OrderHistory({ lines, now, act }: OrderHistoryProps) {
  return (
    <section class="order-history">
      <h3>{i18n.t('orders.history')}</h3>
      <ol>
        {lines.map((line, place) => (
          <li key={`${line.at}/${lines.length - place}`}>
            <span>
              <time>{dayAndTime(line.at, now)}</time>{' '}
              <span class="orders__hint">{line.by ?? i18n.t('orders.byClock')}</span> {line.text}
            </span>
            {line.remarks !== '' && (
              <span class="order-history__remarks">{tameText(line.remarks, 2000)}</span>
            )}
            {line.lost !== undefined && (
              <ApplyLost event={line.lost} onPress={(event) => act({ do: 'apply-lost', event })} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ApplyLostProps {
  readonly event: string;
  readonly onPress: (event: string) => void;
}

function ApplyLost({ event, onPress }: ApplyLostProps) {
  return <Button onPress={() => onPress(event)}>{i18n.t('orders.applyLost')}</Button>;
}
