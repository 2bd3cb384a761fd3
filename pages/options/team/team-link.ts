import { type Signal, signal } from '@preact/signals';
import { callServer } from '../../../browser/server/call-server.ts';
import { signInApi } from '../../../contract/api/members/enrolment.ts';
import { devicesApi } from '../../../contract/api/members/members-api.ts';
import { readEnrolment } from '../../../contract/api/members/read-enrolment.ts';
import { teamKeysApi } from '../../../contract/api/packs/packs-api.ts';
import { rootWith, shownRoot } from '../../../contract/release/find-root.ts';
import { fingerprintOf } from '../../../contract/release/fingerprint.ts';
import type { DeviceSetUp } from '../../../contract/settings/device-set-up.ts';
import { teamServerOrigin } from '../../../contract/settings/settings.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import type { Link } from '../../../storage/sync/link-store.ts';
import { deviceLabel } from './device-label.ts';
import { anchorOfEnrolment } from './enrolment-anchor.ts';
import { type Joining, join, requestServer } from './join.ts';
import { mistypedGroup } from './join-problem.ts';
import { signInWith } from './sign-in-with.ts';
import type { JoinProblem, TeamPartView, TeamRoot } from './team-part-view.ts';

/** What a device learns when it joins. */
export interface Membership {
  readonly number: string;
  readonly name: string;
  readonly setUp: DeviceSetUp | null;
}

type JoinBy = (origin: string) => Omit<Joining, 'server' | 'granted'>;

const LOADING: TeamRoot = { state: 'loading' };

/** Joins and leaves a team for the current agent. */
export class TeamLink {
  readonly #stores: Stores;
  readonly #view: Signal<TeamPartView> = signal({ state: 'no-vault' });
  readonly #workOrderRoleName: (workOrderRole: string) => string;
  #server = '';
  #isJoining = false;
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
    if (!this.#isUnlocked()) return;
    const reading = await this.#stores.links.read();
    switch (reading.state) {
      case 'locked':
        this.#view.value = { state: 'locked' };
        break;
      case 'none':
        if (!this.#isJoining) this.#show(null);
        break;
      case 'other-team':
        this.#server = reading.link.server;
        this.#show('other-team');
        break;
      case 'linked':
        this.#showJoined(reading.link);
        void this.#loadMore(reading.link);
        break;
    }
  }

  /**
   * Who stands in front of a locked computer can choose any agent: they neither join a team in that
   * agent's name nor leave one.
   */
  #isUnlocked(): boolean {
    const { state } = this.#stores.vault.state;
    if (state === 'not-set-up') this.#view.value = { state: 'no-vault' };
    if (state === 'locked') this.#view.value = { state: 'locked' };
    return state === 'unlocked';
  }

  #showJoined({ server, me }: Link): void {
    const { organisation, team, member, device, lockAfterMinutes = null } = me;
    const { value: before } = this.#view;
    const { root, devices } = before.state === 'joined' ? before : { root: LOADING, devices: [] };
    this.#view.value = {
      ...{ state: 'joined', server, organisation: organisation.name, team: team.name },
      ...{ name: member.name, number: member.number, lockAfterMinutes, root, device, devices },
      workOrderRole: this.#workOrderRoleName(member.workOrderRole),
    };
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
    const documents = lists.value.documents.map((document) => new TextEncoder().encode(document));
    const root = shownRoot(documents);
    if (root === null) return { state: 'none' };
    // With a fingerprint from the enrolment the phone host compares, and refuses another root.
    if (link.fingerprint !== undefined) {
      return (await rootWith(link.fingerprint, documents)) === null ? LOADING : { state: 'known' };
    }
    this.#root = root;
    return { state: 'compare', fingerprint: await fingerprintOf(root) };
  }

  /**
   * Returns the membership on success. Call it within a press: the browser asks for permission to
   * reach the server. `unlock` sets or opens the agent's passphrase meanwhile.
   */
  async enrol(
    server: string,
    typed: string,
    policyRoot = '',
    unlock?: () => Promise<void>,
  ): Promise<Membership | null> {
    const reading = readEnrolment(typed);
    if (!reading.ok) {
      return reading.reason === 'mistyped'
        ? this.#show(mistypedGroup(reading.group))
        : this.#show('bad-code');
    }
    const { enrolment } = reading;
    const how: JoinBy = (origin) => ({
      anchor: anchorOfEnrolment(enrolment),
      policyRoot,
      enrol: () => {
        const body = { code: enrolment.code, label: deviceLabel() };
        return callServer({ server: origin, token: null }, signInApi.enrol, { body });
      },
    });
    return await this.#join(enrolment.by === 'link' ? enrolment.server : server, [], how, unlock);
  }

  /** The root comes from the policy, or the user compares its fingerprint. */
  async signIn(server: string, organisation: string, policyRoot = ''): Promise<Membership | null> {
    return await this.#join(server, ['identity'], (origin) => ({
      anchor: { by: 'comparison' },
      policyRoot,
      enrol: () => signInWith(origin, organisation, deviceLabel()),
    }));
  }

  /** The user has compared the fingerprint with the lead's: they are the same, or not. */
  async compareRoot(isSame: boolean): Promise<void> {
    if (!this.#isUnlocked()) return;
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
    if (!this.#isUnlocked()) return;
    await this.#stores.links.forget();
    await this.refresh(this.#server);
  }

  async #join(
    server: string,
    permissions: Parameters<typeof requestServer>[1],
    how: JoinBy,
    unlock?: () => Promise<void>,
  ): Promise<Membership | null> {
    if (unlock === undefined && !this.#isUnlocked()) return null;
    const origin = teamServerOrigin(server);
    if (origin === null) return this.#show('bad-address');
    this.#server = origin;
    const granted = requestServer(origin, permissions);
    this.#view.value = { state: 'none', server: origin, busy: true, problem: null };
    this.#isJoining = true;
    const joined = await this.#unlocked(unlock, () =>
      join({ server: origin, granted, ...how(origin) }, this.#stores),
    ).finally(() => {
      this.#isJoining = false;
    });
    if (joined === null) return null;
    if (!joined.ok) return this.#show(joined.problem);
    await this.refresh(origin);
    const { number, name } = joined.me.member;
    return { number, name, setUp: joined.setUp };
  }

  async #unlocked<T>(unlock: (() => Promise<void>) | undefined, then: () => Promise<T>): Promise<T | null> {
    await unlock?.();
    return this.#isUnlocked() ? await then() : null;
  }

  #show(problem: JoinProblem | null): null {
    this.#view.value = { state: 'none', server: this.#server, busy: false, problem };
    return null;
  }
}
