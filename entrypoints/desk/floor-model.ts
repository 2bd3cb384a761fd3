import { type Signal, signal } from '@preact/signals';
import type { Instant } from '../../calls/call-event.ts';
import type { FloorAction, FloorView } from '../../components/desk/server-view.ts';
import type { ServerEvent } from '../../contract/events/server-event.ts';
import type { HelpRequest } from '../../contract/floor/help-request.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { TeamSession } from './team-session.ts';

type Loaded = Pick<FloorView, 'agents' | 'names' | 'help' | 'sent'>;

/** The floor as it is now: asked for once, then told by the server's events. */
export class FloorModel {
  readonly #session: TeamSession;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #loaded: Signal<Loaded> = signal({ agents: [], names: new Map(), help: [], sent: [] });
  #shown = false;

  constructor(session: TeamSession, pack: Pack, language: PackLanguage) {
    this.#session = session;
    session.listen((event) => this.#hear(event));
    this.#titles = new Map(pack.situations.map(({ id, title }) => [id, title[language]]));
  }

  view(now: Instant): FloorView {
    return { ...this.#loaded.value, now, titles: this.#titles, asked: this.#session.asked.value };
  }

  async load(): Promise<void> {
    const server = await this.#session.server();
    if (server === null) return;
    const [floor, help, members] = await Promise.all([server.floor(), server.help(), server.members()]);
    const shown = this.#session.shown(floor);
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

  readonly act = (action: FloorAction): void => {
    void this.#ask(action);
  };

  async #ask(action: FloorAction): Promise<void> {
    const server = await this.#session.server();
    if (server === null) return;
    if (action.do === 'acknowledge') {
      const request = await this.#session.ask(server.acknowledge(action.help));
      if (request !== null) this.#takeHelp(request);
      return;
    }
    const sent = await this.#session.ask(server.sendMessage(action.to, action.call, action.text));
    if (sent !== null) this.#set({ sent: [...this.#loaded.value.sent, sent] });
  }

  #hear(event: ServerEvent): void {
    if (event.type === 'floor') this.#set({ agents: event.agents.filter(isThere) });
    if (event.type === 'help') this.#takeHelp(event.request);
    if (event.type === 'reset' && this.#shown) void this.load();
  }

  #takeHelp(request: HelpRequest): void {
    const others = this.#loaded.value.help.filter(({ id }) => id !== request.id);
    this.#set({ help: request.overAt === null ? [...others, request] : others });
  }

  #set(more: Partial<Loaded>): void {
    this.#loaded.value = { ...this.#loaded.value, ...more };
  }
}

function isThere({ state }: FloorView['agents'][number]): boolean {
  return state.state !== 'gone';
}
