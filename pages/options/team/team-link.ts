import { type Signal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { callServer } from '../../../browser/server/call-server.ts';
import { type EnrolAnswer, signInApi, splitEnrolment } from '../../../contract/api/members/enrolment.ts';
import type { Me } from '../../../contract/api/members/member.ts';
import type { ServerAnswer, ServerFailure } from '../../../contract/api/server-answer.ts';
import { SYNC_VERSION } from '../../../contract/api/sync/version.ts';
import { teamServerOrigin } from '../../../contract/settings/settings.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import { type SignInProblem, signInWith } from './sign-in-with.ts';
import type { JoinProblem, TeamPartView } from './team-part-view.ts';

type Joined = ServerAnswer<EnrolAnswer> | { readonly ok: false; readonly reason: SignInProblem };

/** Joins and leaves a team for the current agent. */
export class TeamLink {
  readonly #stores: Stores;
  readonly #view: Signal<TeamPartView> = signal({ state: 'no-vault' });
  readonly #workOrderRoleName: (workOrderRole: string) => string;
  #server = '';

  /** `workOrderRoleName` gives the name of a work-order role. */
  constructor(stores: Stores, workOrderRoleName: (workOrderRole: string) => string) {
    this.#stores = stores;
    this.#workOrderRoleName = workOrderRoleName;
  }

  get view(): Signal<TeamPartView> {
    return this.#view;
  }

  /** After an unlock too, and when an administrator sets another address. */
  async refresh(server: string): Promise<void> {
    this.#server = server;
    if (this.#stores.vault.state.state === 'not-set-up') {
      this.#view.value = { state: 'no-vault' };
      return;
    }
    const reading = await this.#stores.links.read();
    if (reading.state === 'locked') this.#view.value = { state: 'locked' };
    else if (reading.state === 'none') this.#show(null);
    else if (reading.state === 'other-team') {
      this.#server = reading.link.server;
      this.#show('other-team');
    } else {
      const { link } = reading;
      const { organisation, team, member } = link.me;
      const { name, number } = member;
      const workOrderRole = this.#workOrderRoleName(member.workOrderRole);
      const names = { organisation: organisation.name, team: team.name, name, number, workOrderRole };
      this.#view.value = { state: 'joined', server: link.server, ...names };
    }
  }

  /**
   * Returns the agent's number on success. Call it within a click: the browser asks for permission
   * to reach the server.
   */
  async enrol(server: string, typed: string): Promise<string | null> {
    const { code, root } = splitEnrolment(typed);
    if (code === null) return this.#show('bad-code');
    const body = { code, label: deviceLabel() };
    return await this.#join(server, [], root, (origin) =>
      callServer({ server: origin, token: null }, signInApi.enrol, { body }),
    );
  }

  async signIn(server: string, organisation: string): Promise<string | null> {
    return await this.#join(server, ['identity'], null, (origin) =>
      signInWith(origin, organisation, deviceLabel()),
    );
  }

  /** The server keeps what it has; unsent items stay in the outbox. */
  async leave(): Promise<void> {
    await this.#stores.links.forget();
    await this.refresh(this.#server);
  }

  async #join(
    server: string,
    permissions: readonly 'identity'[],
    root: string | null,
    join: (origin: string) => Promise<Joined>,
  ): Promise<string | null> {
    const origin = teamServerOrigin(server);
    if (origin === null) return this.#show('bad-address');
    this.#server = origin;
    // Before the first await: the browser asks only within a click.
    const granted = browser.permissions.request({
      permissions: import.meta.env.FIREFOX ? [] : [...permissions],
      origins: [`${origin.replace(/:\d+$/, '')}/*`],
    });
    this.#view.value = { state: 'none', server: origin, busy: true, problem: null };
    if (!(await granted)) return this.#show('not-permitted');
    const answer = await join(origin);
    if (!answer.ok) return this.#show(problemOf(answer.reason));
    const { token, me } = answer.value;
    // Before the link: a page that follows it then knows which signatures to trust.
    if (root !== null) await this.#stores.packs.enrol(me.team.id, root);
    await this.#leaveOthers(me);
    await this.#stores.links.save({ server: origin, token, me, cursor: '', pulledBy: SYNC_VERSION });
    await this.refresh(origin);
    return me.member.number;
  }

  /** The same member continues with the shared state; for another member it is dropped. */
  async #leaveOthers(me: Me): Promise<void> {
    const { links } = this.#stores;
    const before = await links.read();
    if (before.state === 'none' || before.state === 'locked') return;
    if (before.link.me.member.id !== me.member.id) await links.forget();
  }

  #show(problem: JoinProblem | null): null {
    this.#view.value = { state: 'none', server: this.#server, busy: false, problem };
    return null;
  }
}

/** The name in the lead's list of devices: browser and system, no personal data. */
function deviceLabel(): string {
  const { userAgent } = navigator;
  const name = /Edg\//.test(userAgent) ? 'Edge' : import.meta.env.FIREFOX ? 'Firefox' : 'Chrome';
  const system = /Windows|Mac OS|Linux|CrOS/.exec(userAgent)?.[0] ?? '';
  return `${name} ${system}`.trim();
}

function problemOf(reason: ServerFailure | SignInProblem): JoinProblem {
  switch (reason) {
    case 'cancelled':
    case 'account-refused':
    case 'too-many':
      return reason;
    case 'bad-code':
    case 'signed-out':
    case 'not-allowed':
      return 'bad-code';
    case 'offline':
    case 'unavailable':
      return 'offline';
    case 'server-older':
    case 'extension-older':
      return 'older';
    default:
      return 'not-our-server';
  }
}
