import type { Delivery, NewWebhook, Webhook, WebhookEvent } from '../../../contract/api/webhooks/webhook.ts';
import type { Asked } from '../frame/server-view.ts';

/** What the form gives; language and time zone are those of this page. */
export type TypedWebhook = Pick<NewWebhook, 'kind' | 'url'> & {
  readonly events: readonly WebhookEvent[];
  /** Of a robot that checks signatures; null for none. */
  readonly robotSecret: string | null;
};

export interface WebhooksView {
  readonly webhooks: readonly Webhook[];
  /** Just added: its secret is shown this once. */
  readonly made: { readonly host: string; readonly secret: string } | null;
  /** Newest first. */
  readonly deliveries: readonly Delivery[];
  /** There are older ones. */
  readonly more: boolean;
  readonly asked: Asked;
}

export type WebhooksAction =
  | { readonly do: 'add'; readonly webhook: TypedWebhook }
  | { readonly do: 'hide' }
  | { readonly do: 'remove'; readonly webhook: string }
  | { readonly do: 'retry'; readonly delivery: Pick<Delivery, 'webhook' | 'event'> }
  | { readonly do: 'more' }
  | { readonly do: 'refresh' };
