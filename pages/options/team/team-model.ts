import type { ReadonlySignal } from '@preact/signals';
import type { SyncLink } from '../../../browser/sync-link.ts';
import type { SyncState } from '../../../contract/messages/sync-message.ts';
import type { DeviceSetUp } from '../../../contract/settings/device-set-up.ts';
import type { Stores } from '../../../storage/open-stores.ts';
import type { Handlers } from '../../session/dispatch.ts';
import type { SettingsModel } from '../frame/settings-model.ts';
import type { Membership, TeamLink } from './team-link.ts';
import type { TeamPartAction, TeamPartView } from './team-part-view.ts';

interface TeamParts {
  readonly link: TeamLink;
  readonly sync: Pick<SyncLink, 'say'> & { readonly state: ReadonlySignal<SyncState> };
  readonly settings: SettingsModel;
  readonly stores: Pick<Stores, 'credentials' | 'vault'>;
  /** The SIP account that the lead made is stored. */
  readonly onAccount: () => Promise<void>;
}

/** Joining and leaving a team. */
export class TeamModel {
  readonly #parts: TeamParts;

  constructor(parts: TeamParts) {
    this.#parts = parts;
  }

  readonly handlers: Handlers<TeamPartAction> = {
    enrol: ({ server, code }) => this.#join(this.#parts.link.enrol(server, code, this.#policyRoot)),
    'sign-in': ({ server, organisation }) =>
      this.#join(this.#parts.link.signIn(server, organisation, this.#policyRoot)),
    'compare-root': async ({ isSame }) => {
      await this.#parts.link.compareRoot(isSame);
      this.#parts.sync.say({ kind: 'sync-now' });
    },
    'leave-team': async () => {
      await this.#parts.link.leave();
      this.#parts.sync.say({ kind: 'sync-now' });
    },
  };

  get #policyRoot(): string {
    return this.#parts.settings.settings.value.teamRoot;
  }

  /** A revoked device enrols again like a new one; its unsent items stay queued. */
  get view(): TeamPartView {
    const team = this.#parts.link.view.value;
    const sync = this.#parts.sync.state.value;
    if (team.state !== 'joined' || sync.state !== 'stopped' || sync.why !== 'signed-out') return team;
    return { state: 'none', server: team.server, busy: false, problem: 'signed-out' };
  }

  async refresh(): Promise<void> {
    await this.#parts.link.refresh(this.#parts.settings.settings.value.teamServer);
  }

  /** Sets the passphrase and joins in one press, with the lead's link or code. */
  async begin(code: string, unlock: () => Promise<void>): Promise<void> {
    const { teamServer, teamRoot } = this.#parts.settings.settings.value;
    await this.#join(this.#parts.link.enrol(teamServer, code, teamRoot, unlock));
  }

  /**
   * The team's agent number replaces the typed one, so that new records carry it; what the lead
   * prescribes for a new device is stored.
   */
  async #join(joining: Promise<Membership | null>): Promise<void> {
    const { link, sync, settings, stores } = this.#parts;
    const membership = await joining;
    if (membership === null) return;
    const { number: agentNumber, name: agentName, setUp } = membership;
    const { value: team } = link.view;
    const teamServer = team.state === 'joined' ? team.server : '';
    // Sent first: the agent may close the page as soon as it shows the team.
    sync.say({ kind: 'sync-now' });
    await stores.vault.rename(agentNumber);
    await settings.save('agent', { agentNumber, teamServer });
    if (setUp !== null) await this.#apply(setUp, agentName);
  }

  async #apply({ settings: prescribed, account }: DeviceSetUp, agentName: string): Promise<void> {
    const { settings, stores } = this.#parts;
    if (account !== null) {
      const { sipRealm, sipDomain } = prescribed;
      const realm = sipRealm === '' ? sipDomain : sipRealm;
      await stores.credentials.remember(account.user, realm, account.password);
      await this.#parts.onAccount();
    }
    const own = account === null ? {} : { sipUser: account.user };
    await settings.save('agent', { ...prescribed, ...own, agentName });
    settings.startAgain();
  }
}
