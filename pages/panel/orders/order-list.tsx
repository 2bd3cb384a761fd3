import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { tameText } from '../../../components/caller-text.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { Icon } from '../../../components/icon.tsx';
import { OrderItem } from './order-item.tsx';
import type { ActOnOrders, BatchView, OrderListView } from './orders-view.ts';

interface OrderListProps {
  readonly view: OrderListView;
  readonly act: ActOnOrders;
}

const FILTERS = ['mine', 'all'] as const;

/** Open orders, the most urgent first, then the last closed ones. */
export function OrderList({ view, act }: OrderListProps) {
  const { items, past, batches, locked, filter, counts, query, found } = view;
  const search = <OrderSearch query={query} act={act} />;
  if (found !== null) {
    return (
      <div class="orders">
        {search}
        <p class="orders__hint" role="status">
          {found.length === 0 ? i18n.t('orders.none') : i18n.t('orders.found', { count: found.length })}
        </p>
        <ul class="orders__list">
          {found.map((item) => (
            <OrderItem key={item.id} item={item} act={act} />
          ))}
        </ul>
      </div>
    );
  }
  return (
    <div class="orders">
      {search}
      <div class="orders__head">
        <fieldset class="orders__filter">
          <legend class="visually-hidden">{i18n.t('orders.filter')}</legend>
          {FILTERS.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={filter === one}
              onClick={() => act({ do: 'filter', filter: one })}
            >
              {one === 'mine' ? i18n.t('orders.mine') : i18n.t('orders.all')} {counts[one]}
            </button>
          ))}
        </fieldset>
        <Button onPress={() => act({ do: 'start' })}>{i18n.t('orders.new')}</Button>
      </div>
      {batches.map((batch) => (
        <Batch key={`${batch.product}|${batch.fault}`} batch={batch} />
      ))}
      {locked > 0 && <p class="orders__hint">{i18n.t('orders.locked')}</p>}
      {items.length === 0 ? (
        <p class="tab-page__empty">{i18n.t('orders.empty')}</p>
      ) : (
        <ul class="orders__list">
          {items.map((item) => (
            <OrderItem key={item.id} item={item} act={act} />
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <details class="orders__past">
          <summary>{i18n.t('orders.past', { count: past.length })}</summary>
          <ul class="orders__list">
            {past.map((item) => (
              <OrderItem key={item.id} item={item} act={act} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Batch({ batch }: { readonly batch: BatchView }) {
  const product = tameText(batch.product, 30) ?? '';
  const fault = tameText(batch.fault, 30) ?? '';
  return (
    <p class="orders__batch">
      <Icon name="warning" />
      {i18n.t('orders.batch', { what: `${product} ${fault}`.trim(), count: batch.customers })}
    </p>
  );
}

function OrderSearch({ query, act }: { readonly query: string; readonly act: ActOnOrders }) {
  return (
    <label class="orders__search">
      <Icon name="search" />
      <span class="visually-hidden">{i18n.t('orders.search')}</span>
      <input
        {...CUSTOMER_TEXT}
        type="search"
        maxLength={200}
        placeholder={i18n.t('orders.searchFor')}
        value={query}
        onInput={(event) => act({ do: 'search', query: event.currentTarget.value })}
      />
    </label>
  );
}
