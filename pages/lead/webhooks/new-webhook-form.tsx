import { useId, useState } from 'preact/hooks';
import * as v from 'valibot';
import { i18n } from '#i18n';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import {
  newWebhookSchema,
  type WebhookEvent,
  type WebhookKind,
  webhookEventSchema,
  webhookKindSchema,
} from '../../../contract/api/webhooks/webhook.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { eventWords, kindWords } from './webhook-words.ts';
import type { TypedWebhook } from './webhooks-view.ts';

interface NewWebhookFormProps {
  readonly onAdd: (webhook: TypedWebhook) => void;
}

/** The secret of a WeCom robot is in its address; a program gets one from the server. */
const WITH_SECRET: readonly WebhookKind[] = ['dingtalk', 'feishu'];

export function NewWebhookForm({ onAdd }: NewWebhookFormProps) {
  const id = useId();
  const [kind, setKind] = useState<WebhookKind>('json');
  const [url, setUrl] = useState('');
  const [secret, setSecret] = useState('');
  const [events, setEvents] = useState<readonly WebhookEvent[]>([]);
  const [problem, setProblem] = useState<'url' | 'events' | null>(null);
  const hasSecret = WITH_SECRET.includes(kind);
  const add = () => {
    const found = events.length === 0 ? 'events' : isAddress(url.trim()) ? null : 'url';
    setProblem(found);
    if (found !== null) return;
    const robotSecret = hasSecret && secret.trim() !== '' ? secret.trim() : null;
    onAdd({ kind, url: url.trim(), robotSecret, events });
    setUrl('');
    setSecret('');
    setEvents([]);
  };
  return (
    <form
      class="webhooks__new"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <h3 id={`${id}-title`}>{i18n.t('lead.webhooks.new')}</h3>
      <div class="lead-row">
        <div class="lead-field">
          <label for={`${id}-kind`}>{i18n.t('lead.webhooks.kind')}</label>
          <select
            id={`${id}-kind`}
            value={kind}
            onChange={({ currentTarget: { value } }) =>
              setKind(webhookKindSchema.options.find((one) => one === value) ?? 'json')
            }
          >
            {webhookKindSchema.options.map((one) => (
              <option key={one} value={one}>
                {kindWords(one)}
              </option>
            ))}
          </select>
        </div>
        <div class="lead-field webhooks__url">
          <label for={`${id}-url`}>{i18n.t('lead.webhooks.url')}</label>
          <input
            {...CUSTOMER_TEXT}
            id={`${id}-url`}
            type="url"
            required
            placeholder="https://"
            maxLength={longestText(newWebhookSchema.entries.url)}
            aria-describedby={`${id}-problem`}
            value={url}
            onInput={({ currentTarget }) => setUrl(currentTarget.value)}
          />
        </div>
        {hasSecret && (
          <div class="lead-field">
            <label for={`${id}-secret`}>{i18n.t('lead.webhooks.robotSecret')}</label>
            <input
              {...CUSTOMER_TEXT}
              id={`${id}-secret`}
              maxLength={longestText(newWebhookSchema.entries.robotSecret)}
              value={secret}
              onInput={({ currentTarget }) => setSecret(currentTarget.value)}
            />
          </div>
        )}
      </div>
      <fieldset class="lead-ticks">
        <legend>{i18n.t('lead.webhooks.events')}</legend>
        {webhookEventSchema.options.map((one) => (
          <label key={one} class="lead-field lead-field--tick">
            <input
              type="checkbox"
              checked={events.includes(one)}
              onChange={({ currentTarget: { checked } }) =>
                setEvents(checked ? [...events, one] : events.filter((other) => other !== one))
              }
            />
            {eventWords(one)}
          </label>
        ))}
      </fieldset>
      <p id={`${id}-problem`} role="status" class="team-page__asked team-page__asked--refused">
        {problem === null ? '' : i18n.t(`lead.webhooks.missing.${problem}`)}
      </p>
      <div>
        <button type="submit" class="button button--main">
          {i18n.t('lead.webhooks.add')}
        </button>
      </div>
    </form>
  );
}

/** The server calls other addresses only where its operator allows them. */
function isAddress(url: string): boolean {
  return v.is(newWebhookSchema.entries.url, url) && new URL(url).protocol === 'https:';
}
