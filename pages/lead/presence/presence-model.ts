import { type Signal, signal } from '@preact/signals';
import type { Instant } from '../../../calls/call-event.ts';
import type { ServerEvent } from '../../../contract/api/events/server-event.ts';
import { type PresenceEntry, STATE_EXPIRES_MS } from '../../../contract/api/presence/agent-state.ts';
import type { HelpRequest } from '../../../contract/api/presence/help-request.ts';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { PresenceAction, PresenceView } from '../frame/server-view.ts';
import type { TeamSession } from '../frame/team-session.ts';

type Loaded = Pick<PresenceView, 'agents' | 'names' | 'help' | 'sent'>;

/**
 * Who is online and who asks for help: loaded once, then kept up to date by the server's events.
 */
export class PresenceModel {
  readonly #session: TeamSession;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #loaded: Signal<Loaded> = signal({ agents: [], names: new Map(), help: [], sent: [] });
  /** Counts loads: the answer of an older one is dropped. */
  #loads = 0;
  /** Events since the load began: newer than its answer. Null while nothing is loaded. */
  #news: ServerEvent[] | null = null;
  #shown = false;

  constructor(session: TeamSession, pack: Pack, language: PackLanguage) {
    this.#session = session;
    session.listen((event) => this.#onEvent(event));
    this.#titles = new Map(pack.situations.map(({ id, title }) => [id, textIn(title, language)]));
  }

  view(now: Instant): PresenceView {
    return { ...this.#loaded.value, now, titles: this.#titles, asked: this.#session.asked.value };
  }

  async load(): Promise<void> {
    const server = await this.#session.server();
    if (server === null) return;
    this.#loads += 1;
    const load = this.#loads;
    this.#news = [];
    const [presence, help, members] = await Promise.all([server.presence(), server.help(), server.members()]);
    if (load !== this.#loads) return;
    const news = this.#news ?? [];
    this.#news = null;
    const shown = this.#session.shown(presence);
    if (shown === null) return;
    this.#set({
      agents: shown.agents,
      ...(help.ok ? { help: help.value.requests } : {}),
      ...(members.ok
        ? { names: new Map(members.value.members.map(({ number, name }) => [number, name])) }
        : {}),
    });
    for (const event of news) this.#apply(event);
    this.#shown = true;
  }

  readonly act = async (action: PresenceAction): Promise<void> => {
    const server = await this.#session.server();
    if (server === null) return;
    switch (action.do) {
      case 'acknowledge': {
        const request = await this.#session.ask(server.acknowledge(action.help));
        if (request !== null) this.#applyHelp(request);
        break;
      }
      case 'send-message': {
        const sent = await this.#session.ask(server.sendMessage(action.to, action.call, action.text));
        if (sent !== null) this.#set({ sent: [...this.#loaded.value.sent, sent] });
        break;
      }
      default:
        action satisfies never;
    }
  };

  #onEvent(event: ServerEvent): void {
    this.#news?.push(event);
    this.#apply(event);
    if (event.type === 'reset' && this.#shown) void this.load();
  }

  #apply(event: ServerEvent): void {
    if (event.type === 'presence') this.#applyStates(event.agents);
    if (event.type === 'help') this.#applyHelp(event.request);
  }

  /** An event names only the agents whose state it reports. */
  #applyStates(reported: readonly PresenceEntry[]): void {
    const states = new Map(this.#loaded.value.agents.map((entry) => [entry.agent, entry]));
    for (const entry of reported) states.set(entry.agent, entry);
    // Compared by the server's clock alone.
    const newest = Math.max(...[...states.values()].map(({ seenAt }) => seenAt));
    const agents = [...states.values()].filter(
      ({ state, seenAt }) => state.state !== 'gone' && newest - seenAt < STATE_EXPIRES_MS,
    );
    this.#set({ agents: agents.toSorted((one, other) => (one.agent < other.agent ? -1 : 1)) });
  }

  #applyHelp(request: HelpRequest): void {
    const others = this.#loaded.value.help.filter(({ id }) => id !== request.id);
    this.#set({ help: request.overAt === null ? [...others, request] : others });
  }

  #set(more: Partial<Loaded>): void {
    this.#loaded.value = { ...this.#loaded.value, ...more };
  }
}
