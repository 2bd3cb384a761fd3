import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { machineTime } from '../../../components/format-time.ts';
import { recordTime } from '../../../components/records/record-time.ts';
import type { Delivery } from '../../../contract/api/webhooks/webhook.ts';
import { MoreButton } from '../review/more-button.tsx';
import { eventWords, problemWords, stateWords } from './webhook-words.ts';
import type { WebhooksAction, WebhooksView } from './webhooks-view.ts';

interface DeliveryLogProps {
  readonly view: WebhooksView;
  readonly act: (action: WebhooksAction) => void;
}

/** What was delivered, what waits, and what was given up, with the reason. */
export function DeliveryLog({ view, act }: DeliveryLogProps) {
  const { deliveries, more, asked } = view;
  const hosts = new Map(view.webhooks.map(({ id, host }) => [id, host]));
  return (
    <section aria-labelledby="deliveries-title">
      <h3 id="deliveries-title">{i18n.t('lead.webhooks.log')}</h3>
      <div class="lead-row">
        <Button onPress={() => act({ do: 'refresh' })}>{i18n.t('lead.webhooks.refresh')}</Button>
        <p role="status">{deliveries.length === 0 ? i18n.t('lead.webhooks.none') : ''}</p>
      </div>
      {deliveries.length > 0 && (
        <div class="team-page__scroll">
          <table>
            <thead>
              <tr>
                {(['time', 'event', 'host', 'result', 'does'] as const).map((column) => (
                  <th key={column} scope="col">
                    {i18n.t(`lead.webhooks.${column === 'event' ? 'what' : column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {deliveries.map((one) => (
                <Row
                  key={`${one.webhook} ${one.event}`}
                  delivery={one}
                  host={hosts.get(one.webhook) ?? ''}
                  onRetry={() => act({ do: 'retry', delivery: { webhook: one.webhook, event: one.event } })}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreButton more={more} busy={asked.asked === 'busy'} onMore={() => act({ do: 'more' })} />
    </section>
  );
}

interface RowProps {
  readonly delivery: Delivery;
  readonly host: string;
  readonly onRetry: () => void;
}

function Row({ delivery, host, onRetry }: RowProps) {
  const { type, madeAt, state, attempts, nextAt } = delivery;
  const problem = problemWords(delivery);
  return (
    <tr>
      <th scope="row">
        <time dateTime={machineTime(madeAt)}>{recordTime(madeAt)}</time>
      </th>
      <td>{eventWords(type)}</td>
      <td class="webhooks__host">{host}</td>
      <td>
        <span class={`webhooks__state webhooks__state--${state}`}>{stateWords(state)}</span>
        {problem !== '' && <span class="webhooks__problem">{problem}</span>}
        {state === 'waiting' && attempts > 0 && nextAt !== null && (
          <span class="webhooks__problem">
            {i18n.t('lead.webhooks.nextAttempt', { attempts, time: recordTime(nextAt) })}
          </span>
        )}
        {state === 'failed' && (
          <span class="webhooks__problem">{i18n.t('lead.webhooks.givenUp', { attempts })}</span>
        )}
      </td>
      <td>
        {state !== 'delivered' && attempts > 0 && (
          <Button variant="bare" onPress={onRetry}>
            {i18n.t('lead.webhooks.retry')}
          </Button>
        )}
      </td>
    </tr>
  );
}
