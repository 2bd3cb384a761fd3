import { type Signal, signal } from '@preact/signals';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { LeadServer } from '../frame/lead-server.ts';
import type { TeamSession } from '../frame/team-session.ts';
import type { TypedWebhook, WebhooksAction, WebhooksView } from './webhooks-view.ts';

interface Loaded extends Omit<WebhooksView, 'asked' | 'more'> {
  /** Cursor of the next page of the log; null: this is all. */
  readonly next: string | null;
}

const EMPTY: Loaded = { webhooks: [], made: null, deliveries: [], next: null };

interface WebhooksParts {
  readonly session: TeamSession;
  /** Of the sentences of robots, and of the times in them. */
  readonly language: PackLanguage;
  readonly timeZone: string;
}

/** The team's webhooks and chat robots, with the log of what was delivered. */
export class WebhooksModel {
  readonly #parts: WebhooksParts;
  readonly #loaded: Signal<Loaded> = signal(EMPTY);

  constructor(parts: WebhooksParts) {
    this.#parts = parts;
  }

  view(): WebhooksView {
    const { next, ...loaded } = this.#loaded.value;
    return { ...loaded, more: next !== null, asked: this.#parts.session.asked.value };
  }

  async load(): Promise<void> {
    const { session } = this.#parts;
    const server = await session.server();
    if (server === null) return;
    const [listed, log] = await Promise.all([server.webhooks(), server.deliveries(null)]);
    const webhooks = session.shown(listed)?.webhooks;
    const page = webhooks === undefined ? null : session.shown(log);
    if (webhooks === undefined || page === null) return;
    this.#set({ webhooks, deliveries: page.deliveries, next: page.next });
  }

  readonly act = async (action: WebhooksAction): Promise<void> => {
    if (action.do === 'hide') {
      this.#set({ made: null });
      return;
    }
    const { session } = this.#parts;
    const server = await session.server();
    if (server === null) return;
    switch (action.do) {
      case 'add':
        await this.#add(action.webhook, server);
        break;
      case 'remove':
        await session.ask(server.removeWebhook(action.webhook));
        break;
      case 'retry':
        await session.ask(server.retryDelivery(action.delivery));
        break;
      case 'more':
        return await this.#more(server);
      case 'refresh':
        break;
      default:
        action satisfies never;
    }
    await this.load();
  };

  async #add(webhook: TypedWebhook, server: LeadServer): Promise<void> {
    const { session, language, timeZone } = this.#parts;
    const body = { ...webhook, events: [...webhook.events], language, timeZone };
    const made = await session.ask(server.addWebhook(body));
    if (made === null) return;
    const host = new URL(webhook.url).host;
    this.#set({ made: made.secret === null ? null : { host, secret: made.secret } });
  }

  async #more(server: LeadServer): Promise<void> {
    const { next, deliveries } = this.#loaded.value;
    if (next === null) return;
    const page = this.#parts.session.shown(await server.deliveries(next));
    // Another read was faster.
    if (page === null || this.#loaded.value.deliveries !== deliveries) return;
    this.#set({ deliveries: [...deliveries, ...page.deliveries], next: page.next });
  }

  #set(more: Partial<Loaded>): void {
    this.#loaded.value = { ...this.#loaded.value, ...more };
  }
}
