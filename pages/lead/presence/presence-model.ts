import { type Signal, signal } from '@preact/signals';
import type { Instant } from '../../../calls/call-event.ts';
import type { ServerEvent } from '../../../contract/api/events/server-event.ts';
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
    const [presence, help, members] = await Promise.all([server.presence(), server.help(), server.members()]);
    const shown = this.#session.shown(presence);
    if (shown === null) return;
    this.#set({
      agents: shown.agents,
      ...(help.ok ? { help: help.value.requests } : {}),
      ...(members.ok
        ? { names: new Map(members.value.members.map(({ number, name }) => [number, name])) }
        : {}),
    });
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
    if (event.type === 'presence') this.#set({ agents: event.agents.filter(isThere) });
    if (event.type === 'help') this.#applyHelp(event.request);
    if (event.type === 'reset' && this.#shown) void this.load();
  }

  #applyHelp(request: HelpRequest): void {
    const others = this.#loaded.value.help.filter(({ id }) => id !== request.id);
    this.#set({ help: request.overAt === null ? [...others, request] : others });
  }

  #set(more: Partial<Loaded>): void {
    this.#loaded.value = { ...this.#loaded.value, ...more };
  }
}

function isThere({ state }: PresenceView['agents'][number]): boolean {
  return state.state !== 'gone';
}
