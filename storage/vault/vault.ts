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
import { enterTeam, rotateTeamKey, shareTeamKey } from '../keys/team-key.ts';
import { TeamRing } from '../keys/team-ring.ts';
import { NotSetUpError } from './not-set-up-error.ts';
import type { Exclusively, SessionSecrets } from './session-secrets.ts';

export type VaultState =
  | { readonly state: 'not-set-up' }
  /** Writing works, and reading what this browser start wrote; earlier records need `unlock`. */
  | { readonly state: 'locked'; readonly agent: string; readonly label: string }
  | { readonly state: 'unlocked'; readonly agent: string; readonly label: string };

export interface RemovedAgent {
  readonly agent: string;
  readonly label: string;
  readonly unsent: number;
}

function isHere({ isRemoved }: Rows['keys']): boolean {
  return isRemoved !== true;
}

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
  async agents(): Promise<readonly { agent: string; label: string }[]> {
    const rows = await this.#ports.database.keys.toArray();
    return rows.filter(isHere).map(({ agent, label }) => ({ agent, label }));
  }

  /** Who was added while the computer was locked, and has no team key until somebody approves. */
  async pending(): Promise<ReadonlySet<string>> {
    const { teamShares } = this.#ports.database;
    const held = new Set(await teamShares.toCollection().primaryKeys());
    return new Set((await this.agents()).map(({ agent }) => agent).filter((agent) => !held.has(agent)));
  }

  /** Who was removed from this computer, with the number of their unsent items. */
  async removed(): Promise<readonly RemovedAgent[]> {
    const { keys, outbox } = this.#ports.database;
    const rows = (await keys.toArray()).filter((row) => !isHere(row));
    return await Promise.all(
      rows.map(async ({ agent, label }) => ({
        ...{ agent, label },
        unsent: await outbox.where('agent').equals(agent).count(),
      })),
    );
  }

  /**
   * Lets an agent of this computer read the team's events, also one who was removed. Only who has
   * the team key and is unlocked can do it.
   */
  async approve(
    agent: string,
  ): Promise<
    { readonly ok: true } | { readonly ok: false; readonly reason: 'no-such-agent' | 'no-team-key' }
  > {
    const { database, exclusively } = this.#ports;
    return await exclusively(async () => {
      const row = await database.keys.get(agent);
      if (row === undefined) return { ok: false, reason: 'no-such-agent' };
      const { isRemoved: _, ...keys } = row;
      if (this.#open === null || !(await shareTeamKey(database, this.#open, keys)))
        return { ok: false, reason: 'no-team-key' };
      await database.keys.put(keys);
      this.#channel.postMessage('changed');
      return { ok: true };
    });
  }

  /**
   * Removes another agent from this computer, and makes a new team key. What they have not sent
   * stays, encrypted with their keys, and is counted.
   */
  async remove(
    agent: string,
  ): Promise<
    | { readonly ok: true; readonly unsent: number }
    | { readonly ok: false; readonly reason: 'no-such-agent' | 'no-team-key' | 'signed-in' }
  > {
    const { database, exclusively } = this.#ports;
    return await exclusively(async () => {
      const row = await database.keys.get(agent);
      if (row === undefined || !isHere(row)) return { ok: false, reason: 'no-such-agent' };
      const open = this.#open;
      if (open?.session.agent === agent) return { ok: false, reason: 'signed-in' };
      if (open === null || !(await rotateTeamKey(database, open, agent)))
        return { ok: false, reason: 'no-team-key' };
      await database.keys.put({ ...row, isRemoved: true });
      // The secret of this start may be known to who leaves.
      await this.#begin(open.keys, open.session.privateKey);
      return { ok: true, unsent: await database.outbox.where('agent').equals(agent).count() };
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
   * a new key.
   */
  async lock(): Promise<void> {
    const keys = this.#open?.keys;
    if (keys !== undefined) await this.#ports.exclusively(() => this.#begin(keys));
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
