import type { Database, Rows } from '../database.ts';
import {
  isLongEnough,
  makeAgentKeys,
  unlockAgentKeys,
  type VaultUnlock,
  withNewRecoveryCode,
  withPassphrase,
} from '../keys/agent-keys.ts';
import { type BrowserStart, beginStart, joinStart, lastAgent, unlockStart } from '../keys/browser-start.ts';
import type { Bytes } from '../keys/bytes.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { enterTeam, shareTeamKey } from '../keys/team-key.ts';
import { TeamRing } from '../keys/team-ring.ts';
import {
  type Approval,
  agentsHere,
  approveAgent,
  isHere,
  pendingAgents,
  type Removal,
  removeAgent,
  removedAgents,
} from './computer-agents.ts';
import { NotSetUpError } from './not-set-up-error.ts';
import type { Exclusively, SessionSecrets } from './session-secrets.ts';

export type VaultState =
  | { readonly state: 'not-set-up' }
  /** Writing works, and reading what this browser start wrote; earlier records need `unlock`. */
  | { readonly state: 'locked'; readonly agent: string; readonly label: string }
  | { readonly state: 'unlocked'; readonly agent: string; readonly label: string };

interface VaultPorts {
  readonly database: Database;
  readonly session: SessionSecrets;
  readonly exclusively: Exclusively;
}

/** The keys of this profile's agents, and the lock. One per page. */
export class Vault {
  readonly #ports: VaultPorts;
  /** Says only that the session changed; the pages read the session. */
  readonly #channel = new BroadcastChannel('sansheng-vault');
  readonly #listeners = new Set<(state: VaultState) => void>();
  #open: (BrowserStart & { readonly ring: KeyRing; readonly teamRing: TeamRing }) | null = null;

  private constructor(ports: VaultPorts) {
    this.#ports = ports;
    this.#channel.onmessage = () => void this.#refresh();
  }

  /** Joins the session of this browser start, or begins one for the last agent. */
  static async open(ports: VaultPorts): Promise<Vault> {
    const vault = new Vault(ports);
    await ports.exclusively(async () => {
      const running = await joinStart(ports);
      if (running !== null) {
        await enterTeam(ports.database, running);
        return vault.#adopt(running);
      }
      const keys = await lastAgent(ports.database);
      if (keys !== null) await vault.#begin(keys);
    });
    return vault;
  }

  get state(): VaultState {
    if (this.#open === null) return { state: 'not-set-up' };
    const { keys, session } = this.#open;
    const { agent, label } = keys;
    return { state: session.privateKey === null ? 'locked' : 'unlocked', agent, label };
  }

  /** The keys that can be used now. Throws NotSetUpError. */
  get ring(): KeyRing {
    if (this.#open === null) throw new NotSetUpError();
    return this.#open.ring;
  }

  /** The team keys that can be used now. Throws NotSetUpError. */
  get teamRing(): TeamRing {
    if (this.#open === null) throw new NotSetUpError();
    return this.#open.teamRing;
  }

  subscribe(listener: (state: VaultState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The agents of this computer, to choose from before unlocking. */
  readonly agents = () => agentsHere(this.#ports.database);
  /** Who was added while the computer was locked, and whom nobody has approved yet. */
  readonly pending = () => pendingAgents(this.#ports.database);
  /** Who was removed from this computer, with the number of their unsent items. */
  readonly removed = () => removedAgents(this.#ports.database);

  /** Lets an agent of this computer read the team's events. Only who is unlocked can do it. */
  async approve(agent: string): Promise<Approval> {
    const { database, exclusively } = this.#ports;
    return await exclusively(async () => {
      const approved = await approveAgent(database, this.#open, agent);
      if (approved.ok) this.#channel.postMessage('changed');
      return approved;
    });
  }

  /** Removes another agent from this computer, and makes a new team key. */
  async remove(agent: string): Promise<Removal> {
    const { database, exclusively } = this.#ports;
    return await exclusively(async () => {
      const open = this.#open;
      const removed = await removeAgent(database, open, agent);
      // The secret of this start may be known to who leaves.
      if (removed.ok && open !== null) await this.#begin(open.keys, open.session.privateKey);
      return removed;
    });
  }

  /**
   * Adds an agent and signs them in. The recovery code is shown once, to be printed. The new agent
   * can read the team's events at once if the previous agent was unlocked; otherwise after an agent
   * with the team key has approved them.
   */
  async setUp(
    passphrase: string,
    label: string,
  ): Promise<{ ok: true; recoveryCode: string } | { ok: false; reason: 'passphrase-too-short' }> {
    if (!isLongEnough(passphrase)) return { ok: false, reason: 'passphrase-too-short' };
    const { keys, recoveryCode, privateKey } = await makeAgentKeys(crypto.randomUUID(), label, passphrase);
    await this.#ports.exclusively(async () => {
      await this.#ports.database.keys.add(keys);
      if (this.#open !== null) await shareTeamKey(this.#ports.database, this.#open, keys);
      await this.#begin(keys, privateKey);
    });
    return { ok: true, recoveryCode };
  }

  /** By passphrase or recovery code. Takes about a third of a second, deliberately. */
  async unlock(typed: string): Promise<VaultUnlock> {
    if (this.#open === null) return { ok: false, reason: 'not-set-up' };
    const { keys } = this.#open;
    const result = await unlockAgentKeys(keys, typed);
    if (!result.ok) return result;
    await this.#ports.exclusively(async () => {
      const start = await unlockStart(this.#ports, keys, result.privateKey);
      await enterTeam(this.#ports.database, start);
      this.#adopt(start);
      this.#channel.postMessage('changed');
    });
    return { ok: true, by: result.by };
  }

  /**
   * Signs out: nothing written so far can be read, not even by this start; writing continues under
   * a new key. A page that holds on to the keys' lock does not keep the notes open.
   */
  async lock(): Promise<void> {
    const keys = this.#open?.keys;
    if (keys !== undefined) await this.#ports.exclusively(() => this.#begin(keys), 'take-over');
  }

  /** Another agent of this computer; they unlock next. */
  async signInAs(agent: string): Promise<{ ok: true } | { ok: false; reason: 'no-such-agent' }> {
    const keys = await this.#ports.database.keys.get(agent);
    if (keys === undefined || !isHere(keys)) return { ok: false, reason: 'no-such-agent' };
    await this.#ports.exclusively(() => this.#begin(keys));
    return { ok: true };
  }

  /** `current` may be the recovery code. */
  async changePassphrase(
    current: string,
    next: string,
  ): Promise<VaultUnlock | { ok: false; reason: 'passphrase-too-short' }> {
    if (!isLongEnough(next)) return { ok: false, reason: 'passphrase-too-short' };
    const unlocked = await this.#prove(current);
    if (!unlocked.ok) return unlocked;
    await this.#replace(await withPassphrase(unlocked.keys, unlocked.privateKey, next));
    return { ok: true, by: unlocked.by };
  }

  /** After the printed code was lost or seen. */
  async renewRecoveryCode(
    current: string,
  ): Promise<{ ok: true; recoveryCode: string } | Extract<VaultUnlock, { ok: false }>> {
    const unlocked = await this.#prove(current);
    if (!unlocked.ok) return unlocked;
    const { keys, recoveryCode } = await withNewRecoveryCode(unlocked.keys, unlocked.privateKey);
    await this.#replace(keys);
    return { ok: true, recoveryCode };
  }

  close(): void {
    this.#channel.close();
    this.#listeners.clear();
  }

  /** `label` is the agent number. */
  async rename(label: string): Promise<void> {
    if (this.#open !== null) await this.#replace({ ...this.#open.keys, label });
  }

  async #prove(current: string) {
    if (this.#open === null) return { ok: false, reason: 'not-set-up' } as const;
    const { keys } = this.#open;
    const result = await unlockAgentKeys(keys, current);
    return result.ok ? { ...result, keys } : result;
  }

  async #replace(keys: Rows['keys']): Promise<void> {
    await this.#ports.database.keys.put(keys);
    if (this.#open !== null) this.#open = { ...this.#open, keys };
    this.#channel.postMessage('changed');
  }

  async #begin(keys: Rows['keys'], privateKey: Bytes | null = null): Promise<void> {
    const start = await beginStart(this.#ports, keys, privateKey);
    await enterTeam(this.#ports.database, start);
    this.#adopt(start);
    this.#channel.postMessage('changed');
  }

  #adopt(start: BrowserStart): void {
    const { database } = this.#ports;
    const ring = new KeyRing(database, start.session);
    this.#open = { ...start, ring, teamRing: new TeamRing(database, start) };
    for (const listener of this.#listeners) listener(this.state);
  }

  async #refresh(): Promise<void> {
    const start = await this.#ports.exclusively(() => joinStart(this.#ports));
    if (start !== null) this.#adopt(start);
  }
}
