import { type Signal, signal } from '@preact/signals';
import type { LeadServer } from '../frame/lead-server.ts';
import type { TeamSession } from '../frame/team-session.ts';
import { phoneAddress } from './phone-lines.ts';
import type { PhonesAction, PhonesView } from './phones-view.ts';

type Loaded = Omit<PhonesView, 'asked'>;

const EMPTY: Loaded = { port: null, owners: [], tokens: [], made: null };

/** The phones of the team that report their calls, by the tokens in their addresses. */
export class PhonesModel {
  readonly #session: TeamSession;
  readonly #loaded: Signal<Loaded> = signal(EMPTY);

  constructor(session: TeamSession) {
    this.#session = session;
  }

  view(): PhonesView {
    return { ...this.#loaded.value, asked: this.#session.asked.value };
  }

  async load(): Promise<void> {
    const server = await this.#session.server();
    if (server === null) return;
    const [answer, members] = await Promise.all([server.tokens(), server.members()]);
    const shown = this.#session.shown(answer);
    if (shown === null || !members.ok) return;
    const owners = members.value.members
      .filter(({ leftAt }) => leftAt === null)
      .map(({ id, number, name }) => ({ id, number, name }));
    const tokens = shown.tokens.filter(({ revokedAt }) => revokedAt === null);
    this.#set({ port: shown.phonePort, owners, tokens });
  }

  readonly act = async (action: PhonesAction): Promise<void> => {
    if (action.do === 'hide') {
      this.#set({ made: null });
      return;
    }
    const server = await this.#session.server();
    if (server === null) return;
    if (action.do === 'make') await this.#make(action, server);
    else await this.#session.ask(server.revokeToken(action.token));
    await this.load();
  };

  async #make({ member, label }: PhonesAction & { do: 'make' }, server: LeadServer): Promise<void> {
    const made = await this.#session.ask(server.makeToken({ kind: 'phone', member, label }));
    const { port, owners } = this.#loaded.value;
    if (made === null || port === null) return;
    const owner = owners.find(({ id }) => id === member)?.name ?? '';
    this.#set({ made: { label, owner, address: phoneAddress(server.link.server, port, made.secret) } });
  }

  #set(more: Partial<Loaded>): void {
    this.#loaded.value = { ...this.#loaded.value, ...more };
  }
}
