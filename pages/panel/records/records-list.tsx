import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { tameText } from '../../../components/caller-text.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { useDraftField } from '../../../components/draft-field.ts';
import { machineTime } from '../../../components/format-time.ts';
import { Icon, type IconName } from '../../../components/icon.tsx';
import { type ContactOrigin, originText } from '../../../components/records/call-facts.tsx';
import { recordTime } from '../../../components/records/record-time.ts';
import { OrderItem } from '../orders/order-item.tsx';
import type { RecordRowView, RecordsAction, RecordsListView } from './records-view.ts';

interface RecordsListProps {
  readonly view: RecordsListView;
  readonly act: (action: RecordsAction) => void;
}

/** A search field and the found notes, newest first, with masked numbers. */
export function RecordsList({ view, act }: RecordsListProps) {
  const query = useDraftField<HTMLInputElement>(view.query, {
    onText: (text) => act({ do: 'search', query: text }),
  });
  return (
    <>
      <div class="records__tools">
        <label class="records__search">
          <Icon name="search" />
          <span class="visually-hidden">{i18n.t('records.search')}</span>
          <input
            {...CUSTOMER_TEXT}
            {...query}
            maxLength={200}
            type="search"
            placeholder={i18n.t('records.placeholder')}
          />
        </label>
        <Button onPress={() => act({ do: 'new-record' })}>{i18n.t('records.new')}</Button>
        <Button onPress={() => act({ do: 'open-export' })}>{i18n.t('records.export')}</Button>
      </div>
      <Notices view={view} />
      {view.commented > 0 && (
        <Button variant="main" icon="eye" onPress={() => act({ do: 'open-commented' })}>
          {i18n.t('comments.waiting', { count: view.commented })}
        </Button>
      )}
      {view.orders.length > 0 && (
        <ul class="orders__list" aria-label={i18n.t('tabs.orders')}>
          {view.orders.map((item) => (
            <OrderItem key={item.id} item={item} act={() => act({ do: 'open-order', id: item.id })} />
          ))}
        </ul>
      )}
      {view.rows.length === 0 ? (
        <p class="tab-page__empty">{i18n.t(view.query === '' ? 'records.empty' : 'records.none')}</p>
      ) : (
        <ul class="records__rows" aria-label={i18n.t('tabs.records')}>
          {view.rows.map((row) => (
            <Row key={row.id} row={row} onOpen={() => act({ do: 'open-record', id: row.id })} />
          ))}
        </ul>
      )}
      {view.more && <Button onPress={() => act({ do: 'show-more' })}>{i18n.t('records.more')}</Button>}
    </>
  );
}

function Notices({ view: { share, unread, due } }: { readonly view: RecordsListView }) {
  return (
    <div role="status">
      {share < 1 && (
        <p class="records__notice">{i18n.t('records.filling', { percent: Math.floor(share * 100) })}</p>
      )}
      {unread > 0 && <p class="records__notice">{i18n.t('records.unread', { count: unread })}</p>}
      {due !== null && (
        <p class="records__notice records__notice--urgent">
          <Icon name="warning" />
          {i18n.t('records.due', { count: due.notes, days: due.days })}
        </p>
      )}
    </div>
  );
}

const FROM_ICONS: Readonly<Record<ContactOrigin, IconName>> = {
  inbound: 'incoming',
  outbound: 'outgoing',
  'walk-in': 'down',
};

function Row({ row, onOpen }: { readonly row: RecordRowView; readonly onOpen: () => void }) {
  return (
    <li>
      <button type="button" class="records__row" onClick={onOpen}>
        <span class="records__head">
          <Icon name={FROM_ICONS[row.from]} />
          <span class="visually-hidden">{originText(row.from)}</span>
          <strong>
            <bdi>{tameText(row.caller) ?? originText(row.from)}</bdi>
          </strong>
          {row.commented && <span class="records__commented">{i18n.t('comments.new')}</span>}
          {row.category !== null && (
            <span class="records__category">{i18n.t(`note.categories.${row.category}`)}</span>
          )}
          <time dateTime={machineTime(row.at)}>{recordTime(row.at)}</time>
        </span>
        {(row.text !== '' || row.tags.length > 0) && (
          <span class="records__text">
            {row.tags.map((tag) => (
              <bdi key={tag} class="records__tag">
                #{tag}
              </bdi>
            ))}
            <bdi>{tameText(row.text, 120) ?? ''}</bdi>
          </span>
        )}
      </button>
    </li>
  );
}
