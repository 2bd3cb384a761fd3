import { type Signal, signal } from '@preact/signals';
import * as v from 'valibot';
import { EventFollower } from '../../../browser/server/event-follower.ts';
import { countSchema } from '../../../calls/vocabulary/whole-number.ts';
import type { ServerEvent } from '../../../contract/api/events/server-event.ts';
import type { Role } from '../../../contract/api/members/role.ts';
import type { ServerAnswer, ServerFailure } from '../../../contract/api/server-answer.ts';
import type { SigningKey } from '../../../contract/release/ed25519.ts';
import type { TeamTrust } from '../../../contract/release/team-trust.ts';
import type { PackStore } from '../../../storage/packs/pack-store.ts';
import type { SignerStore } from '../../../storage/packs/signer-store.ts';
import type { LinkStore } from '../../../storage/sync/link-store.ts';
import type { Vault } from '../../../storage/vault/vault.ts';
import { LeadServer } from './lead-server.ts';
import type { Asked, TeamGap } from './server-view.ts';
import { signingKey, type TrustReading, trustOf, type Unconfirmed } from './team-packs.ts';

interface SessionStores {
  readonly vault: Pick<Vault, 'state'>;
  readonly links: Pick<LinkStore, 'read'>;
  readonly packs: Pick<PackStore, 'trustOf' | 'believe'>;
  readonly signers: Pick<SignerStore, 'read' | 'save'>;
}

/** Answers that say how much they leave out. */
const unreadableSchema = v.object({ unreadable: countSchema });

/** This browser's membership of a team, for the pages that need the team's server. */
export class TeamSession {
  readonly gap: Signal<TeamGap | null> = signal('loading');
  readonly asked: Signal<Asked> = signal({ asked: 'nothing' });
  /**
   * Role of this browser's member as last known; null without a team. The server checks it again.
   */
  readonly role: Signal<Role | null> = signal(null);
  /** Names of the team's members by their number. */
  readonly names: Signal<ReadonlyMap<string, string>> = signal(new Map());
  /** Rows that the server could not read and left out of the page that is open. */
  readonly unreadable: Signal<number> = signal(0);
  readonly #stores: SessionStores;
  readonly #listeners = new Set<(event: ServerEvent) => void>();
  #server: LeadServer | null = null;
  #isStreamOpen = false;

  constructor(stores: SessionStores) {
    this.#stores = stores;
  }

  /** The server; null if there is none, with the reason in `gap`. */
  async server(): Promise<LeadServer | null> {
    if (this.#server !== null) return this.#server;
    if (this.#stores.vault.state.state === 'not-set-up') return this.#no('not-joined');
    const reading = await this.#stores.links.read();
    if (reading.state === 'none') return this.#no('not-joined');
    if (reading.state === 'locked' || reading.state === 'other-team') return this.#no(reading.state);
    this.#server = new LeadServer(reading.link);
    this.role.value = reading.link.me.member.role;
    this.#follow(this.#server);
    return this.#server;
  }

  /** Whether this browser still belongs to the team of this page. `joined`: it has joined one. */
  async check(): Promise<'same' | 'joined' | 'other'> {
    const before = this.#server;
    if (before === null) return (await this.server()) === null ? 'same' : 'joined';
    if (this.#stores.vault.state.state === 'not-set-up') return 'other';
    const reading = await this.#stores.links.read();
    return reading.state === 'linked' && reading.link.token === before.link.token ? 'same' : 'other';
  }

  /** Subscribes to the team's events. `reset`: some may have been missed. */
  listen(received: (event: ServerEvent) => void): void {
    this.#listeners.add(received);
  }

  /** False while no events come through: then the server has to be polled. */
  get isStreamOpen(): boolean {
    return this.#isStreamOpen;
  }

  /** Loads the members' names and this member's role. */
  async loadPeople(): Promise<void> {
    const server = await this.server();
    if (server === null) return;
    const [me, members] = await Promise.all([server.me(), server.members()]);
    if (me.ok) this.role.value = me.value.member.role;
    else if (me.reason === 'other-team') this.gap.value = me.reason;
    if (members.ok)
      this.names.value = new Map(members.value.members.map(({ number, name }) => [number, name]));
  }

  /**
   * The value of an answer that a page shows. Sets `gap` to the reason of a refusal, or clears it.
   */
  shown<T>(answer: ServerAnswer<T> | Unconfirmed): T | null {
    this.gap.value = answer.ok ? null : gapOf(answer.reason);
    if (answer.ok) this.#count(answer.value);
    return answer.ok ? answer.value : null;
  }

  /** Sends a request of the lead and shows its state in `asked`. */
  async ask<T>(request: Promise<ServerAnswer<T>>): Promise<T | null> {
    this.asked.value = { asked: 'busy' };
    const answer = await request;
    this.asked.value = answer.ok ? { asked: 'done' } : { asked: 'refused', why: refusalOf(answer.reason) };
    if (answer.ok) this.#count(answer.value);
    return answer.ok ? answer.value : null;
  }

  #count(answer: unknown): void {
    const read = v.safeParse(unreadableSchema, answer);
    if (read.success) this.unreadable.value = Math.max(this.unreadable.value, read.output.unreadable);
  }

  /** The keys that this browser trusts, never those that the server names first. */
  async trust(server: LeadServer): Promise<TrustReading> {
    return await trustOf(server, await this.#stores.packs.trustOf(server.link.me.team.id));
  }

  /** This browser made or accepted the newest list. */
  async believe(trust: TeamTrust): Promise<void> {
    await this.#stores.packs.believe(trust);
  }

  /** The lead's signing key, made at its first use. Null while the vault is locked. */
  async signingKey(): Promise<SigningKey | null> {
    return await signingKey(this.#stores.signers);
  }

  /** One event stream for the whole page. */
  #follow(server: LeadServer): void {
    const follower = new EventFollower({
      open: (lastEventId, signal) => server.events(lastEventId, signal),
      received: (event) => {
        for (const listener of this.#listeners) listener(event);
      },
      stateChanged: (state) => {
        this.#isStreamOpen = state === 'open';
        if (state === 'refused') this.gap.value = 'signed-out';
      },
      random: () => Math.random(),
    });
    addEventListener('online', () => follower.again());
    void follower.run();
  }

  #no(gap: TeamGap): null {
    this.gap.value = gap;
    return null;
  }
}

/** The reason that a page shows for a failure. */
export function gapOf(reason: ServerFailure | 'unconfirmed'): TeamGap {
  switch (reason) {
    case 'offline':
    case 'unavailable':
      return 'offline';
    case 'too-many':
    case 'not-allowed':
    case 'signed-out':
    case 'other-team':
    case 'unconfirmed':
      return reason;
    default:
      return 'failed';
  }
}

function refusalOf(reason: ServerFailure): (Asked & { asked: 'refused' })['why'] {
  return reason === 'conflict' || reason === 'malformed' ? reason : gapOf(reason);
}
