import { type Signal, signal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { callServer } from '../../../browser/server/call-server.ts';
import { type EnrolAnswer, signInApi } from '../../../contract/api/members/enrolment.ts';
import { bindEnrolment } from '../../../contract/api/members/enrolment-binding.ts';
import type { Me } from '../../../contract/api/members/member.ts';
import { devicesApi } from '../../../contract/api/members/members-api.ts';
import { type Enrolment, readEnrolment } from '../../../contract/api/members/read-enrolment.ts';
import { teamKeysApi } from '../../../contract/api/packs/packs-api.ts';
import type { ServerAnswer, ServerFailure } from '../../../contract/api/server-answer.ts';
import { SYNC_VERSION } from '../../../contract/api/sync/version.ts';
import { shownRoot } from '../../../contract/release/find-root.ts';
import { fingerprintOf, readFingerprint } from '../../../contract/release/fingerprint.ts';
import { teamServerOrigin } from '../../../contract/settings/settings.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import type { Link } from '../../../storage/sync/link-store.ts';
import { type SignInProblem, signInWith } from './sign-in-with.ts';
import type { JoinProblem, TeamPartView, TeamRoot } from './team-part-view.ts';

type Joined = ServerAnswer<EnrolAnswer> | { readonly ok: false; readonly reason: SignInProblem };

interface Joining {
  readonly server: string;
  readonly permissions: readonly 'identity'[];
  readonly anchor: Anchor;
  readonly join: (origin: string) => Promise<Joined>;
}

const LOADING: TeamRoot = { state: 'loading' };

/** Joins and leaves a team for the current agent. */
export class TeamLink {
  readonly #stores: Stores;
  readonly #view: Signal<TeamPartView> = signal({ state: 'no-vault' });
  readonly #workOrderRoleName: (workOrderRole: string) => string;
  #server = '';
  /** Public key that the user compares. */
  #root: string | null = null;

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
      const { lockAfterMinutes = null } = link.me;
      const names = {
        ...{ organisation: organisation.name, team: team.name, name, number, workOrderRole },
        lockAfterMinutes,
      };
      const { value: before } = this.#view;
      const more = before.state === 'joined' ? before : { root: LOADING, devices: [] };
      this.#view.value = {
        ...{ state: 'joined', server: link.server, ...names },
        ...{ root: more.root, devices: more.devices, device: link.me.device },
      };
      void this.#loadMore(link);
    }
  }

  /** What only the server knows: the root that waits for a comparison, and the agent's devices. */
  async #loadMore(link: Link): Promise<void> {
    const [root, own] = await Promise.all([this.#rootOf(link), callServer(link, devicesApi.own, {})]);
    const { value: view } = this.#view;
    if (view.state !== 'joined' || view.device !== link.me.device) return;
    this.#view.value = { ...view, root, devices: own.ok ? own.value.devices : view.devices };
  }

  async #rootOf(link: Link): Promise<TeamRoot> {
    const team = link.me.team.id;
    if ((await this.#stores.packs.trustOf(team)) !== null) return { state: 'known' };
    const lists = await callServer(link, teamKeysApi.lists, { params: { team }, query: {} });
    if (!lists.ok) return LOADING;
    const root = shownRoot(lists.value.documents.map((document) => new TextEncoder().encode(document)));
    // With a fingerprint from the enrolment the phone host compares.
    if (root === null || link.fingerprint !== undefined) return { state: 'none' };
    this.#root = root;
    return { state: 'compare', fingerprint: await fingerprintOf(root) };
  }

  /**
   * Returns the agent's number on success. Call it within a click: the browser asks for permission
   * to reach the server.
   */
  async enrol(server: string, typed: string, policyRoot = ''): Promise<string | null> {
    const reading = readEnrolment(typed);
    if (!reading.ok) {
      return reading.reason === 'mistyped'
        ? this.#show(mistypedGroup(reading.group))
        : this.#show('bad-code');
    }
    const { enrolment } = reading;
    const body = { code: enrolment.code, label: deviceLabel() };
    return await this.#join({
      server: enrolment.by === 'link' ? enrolment.server : server,
      permissions: [],
      anchor: policyRoot === '' ? anchorOf(enrolment) : anchorOfPolicy(policyRoot),
      join: (origin) => callServer({ server: origin, token: null }, signInApi.enrol, { body }),
    });
  }

  /** The root comes from the policy, or the user compares its fingerprint. */
  async signIn(server: string, organisation: string, policyRoot = ''): Promise<string | null> {
    return await this.#join({
      ...{ server, permissions: ['identity'] },
      anchor: anchorOfPolicy(policyRoot),
      join: (origin) => signInWith(origin, organisation, deviceLabel()),
    });
  }

  /** The user has compared the fingerprint with the lead's: they are the same, or not. */
  async compareRoot(isSame: boolean): Promise<void> {
    const { links, packs } = this.#stores;
    const reading = await links.read();
    const root = this.#root;
    if (reading.state !== 'linked' || root === null) return;
    if (isSame) await packs.enrol(reading.link.me.team.id, root);
    else await links.refuse(reading.link.token);
    await this.refresh(this.#server);
  }

  /** The server keeps what it has; unsent items stay in the outbox. */
  async leave(): Promise<void> {
    await this.#stores.links.forget();
    await this.refresh(this.#server);
  }

  async #join({ server, permissions, anchor, join }: Joining): Promise<string | null> {
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
    if (!(await isBound(anchor, answer.value))) {
      // The device that the server made is of no use.
      await callServer({ server: origin, token }, devicesApi.signOut, {});
      return this.#show('forged');
    }
    // Before the link: a page that follows it then knows which signatures to trust.
    if (anchor.by === 'root') await this.#stores.packs.enrol(me.team.id, anchor.root);
    await this.#leaveOthers(me);
    const fingerprint = anchor.by === 'fingerprint' ? { fingerprint: anchor.fingerprint } : {};
    const link = { server: origin, token, me, cursor: '', pulledBy: SYNC_VERSION, ...fingerprint };
    await this.#stores.links.save(link);
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

/** Where the trust in the team's signers comes from; never from the server. */
type Anchor =
  | { readonly by: 'root'; readonly root: string; readonly secret: string | null }
  | { readonly by: 'fingerprint'; readonly fingerprint: string }
  /** The user compares the fingerprint. */
  | { readonly by: 'comparison' };

function anchorOf(enrolment: Enrolment): Anchor {
  switch (enrolment.by) {
    case 'code':
      return { by: 'comparison' };
    case 'fingerprint':
      return { by: 'fingerprint', fingerprint: enrolment.fingerprint };
    case 'root':
      return { by: 'root', root: enrolment.root, secret: null };
    case 'link':
      return { by: 'root', root: enrolment.root, secret: enrolment.secret };
  }
}

/** `teamRoot` of the settings: a key, a fingerprint or nothing. */
function anchorOfPolicy(root: string): Anchor {
  const reading = readFingerprint(root);
  if (reading.ok) return { by: 'fingerprint', fingerprint: reading.fingerprint };
  return root === '' ? { by: 'comparison' } : { by: 'root', root, secret: null };
}

/** Whether the server enrolled the member in the team for whom the lead made the link. */
async function isBound(anchor: Anchor, { me, binding }: EnrolAnswer): Promise<boolean> {
  if (anchor.by !== 'root' || anchor.secret === null) return true;
  const { organisation, team, member } = me;
  const enrolment = { organisation: organisation.id, team: team.id, member: member.id, root: anchor.root };
  return binding === (await bindEnrolment(anchor.secret, enrolment));
}

function mistypedGroup(group: number): JoinProblem {
  return ([1, 2, 3, 4] as const).find((one) => one === group) ?? 'bad-code';
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
