import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { Button } from '../../../components/button.tsx';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { formatDay } from '../../../components/format-time.ts';
import { AskedNote } from '../review/asked-note.tsx';
import { DeliveryLog } from './delivery-log.tsx';
import { NewWebhookForm } from './new-webhook-form.tsx';
import { eventWords, kindWords } from './webhook-words.ts';
import type { WebhooksAction, WebhooksView } from './webhooks-view.ts';
import './webhooks.css';

interface WebhooksPageProps {
  readonly view: WebhooksView;
  readonly now: Instant;
  readonly act: (action: WebhooksAction) => void;
}

/** Programs and chat robots that the team's server calls. */
export function WebhooksPage({ view, now, act }: WebhooksPageProps) {
  return (
    <main class="team-page">
      <section aria-labelledby="webhooks-title">
        <h2 id="webhooks-title">{i18n.t('lead.page.webhooks')}</h2>
        <p>{i18n.t('lead.webhooks.about')}</p>
        <AskedNote asked={view.asked} />
        {view.made !== null && <MadeCard made={view.made} onHide={() => act({ do: 'hide' })} />}
        {view.webhooks.length > 0 && <WebhookTable view={view} now={now} act={act} />}
        <NewWebhookForm onAdd={(webhook) => act({ do: 'add', webhook })} />
      </section>
      <DeliveryLog view={view} act={act} />
    </main>
  );
}

function WebhookTable({ view, now, act }: WebhooksPageProps) {
  return (
    <div class="team-page__scroll">
      <table>
        <thead>
          <tr>
            {(['host', 'kind', 'events', 'added', 'does'] as const).map((column) => (
              <th key={column} scope="col">
                {i18n.t(`lead.webhooks.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.webhooks.map(({ id, host, kind, events, madeAt }) => (
            <tr key={id}>
              <th scope="row" class="webhooks__host">
                {host}
              </th>
              <td>{kindWords(kind)}</td>
              <td>{events.map(eventWords).join(i18n.t('lead.listSeparator'))}</td>
              <td>{formatDay(madeAt, now)}</td>
              <td>
                <ConfirmButton
                  variant="bare"
                  question={i18n.t('lead.webhooks.removeSure', { host })}
                  onSure={() => act({ do: 'remove', webhook: id })}
                >
                  {i18n.t('lead.webhooks.remove')}
                </ConfirmButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MadeCardProps {
  readonly made: NonNullable<WebhooksView['made']>;
  readonly onHide: () => void;
}

/** The secret of the signature, for the program that receives the messages. */
function MadeCard({ made: { host, secret }, onHide }: MadeCardProps) {
  return (
    <section class="webhooks__made" aria-labelledby="webhooks-made">
      <h3 id="webhooks-made">{i18n.t('lead.webhooks.made', { host })}</h3>
      <code class="webhooks__secret">{secret}</code>
      <p>{i18n.t('lead.webhooks.once')}</p>
      <div>
        <Button onPress={onHide}>{i18n.t('lead.phones.hide')}</Button>
      </div>
    </section>
  );
}
