import { type Signal, signal } from '@preact/signals';
import type { Oidc } from '../../../contract/api/members/organisation.ts';
import type { TeamSession } from '../frame/team-session.ts';
import { ReviewServer } from '../review/review-server.ts';
import type { OrganisationAction, OrganisationView } from './organisation-view.ts';

interface Loaded {
  readonly id: string;
  readonly name: string;
  readonly oidc: Oidc | null;
  readonly deviceIdleDays: number;
  readonly lockAfterMinutes: number | null;
}

const EMPTY: Loaded = { id: '', name: '', oidc: null, deviceIdleDays: 180, lockAfterMinutes: null };

/** The sign-in settings of the organisation. */
export class OrganisationModel {
  readonly #session: TeamSession;
  readonly #redirect: string;
  readonly #loaded: Signal<Loaded> = signal(EMPTY);

  /** `redirect`: the redirect URI of this extension. */
  constructor(session: TeamSession, redirect: string) {
    this.#session = session;
    this.#redirect = redirect;
  }

  view(): OrganisationView {
    const { id: code, ...loaded } = this.#loaded.value;
    return {
      ...loaded,
      code,
      redirect: this.#redirect,
      asked: this.#session.asked.value,
    };
  }

  async load(): Promise<void> {
    const server = await this.#session.server();
    if (server === null) return;
    const shown = this.#session.shown(await new ReviewServer(server.link).organisation());
    if (shown !== null) this.#loaded.value = shown;
  }

  readonly act = async (action: OrganisationAction): Promise<void> => {
    const server = await this.#session.server();
    if (server === null) return;
    const saved = await this.#session.ask(this.#request(action, new ReviewServer(server.link)));
    if (saved !== null) this.#loaded.value = saved;
  };

  #request(action: OrganisationAction, server: ReviewServer) {
    switch (action.do) {
      case 'save-oidc':
        return server.signInBy(action.oidc);
      case 'save-idle-days':
        return server.endUnusedAfter(action.days);
      case 'save-lock-minutes':
        return server.lockAfter(action.minutes);
    }
  }
}
