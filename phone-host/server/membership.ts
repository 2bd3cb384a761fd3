import { askMe } from '../../browser/server/ask-me.ts';
import { lockWithin } from '../../calls/timing/lock-within.ts';
import { TimeLimitError } from '../../calls/timing/time-limit.ts';
import type { Role } from '../../contract/api/members/role.ts';
import {
  SYNC_CHANNEL,
  SYNC_LOCK,
  SYNC_LOCK_WITHIN_MS,
  type SyncMessage,
} from '../../contract/messages/sync-message.ts';
import type { Link, LinkStore } from '../../storage/sync/link-store.ts';
import { Listeners } from '../listeners.ts';
import { HostPart, onMessage, type Undo } from '../part.ts';

/** The agent's roles in the team, for the host and, over the sync channel, for every page. */
export class Membership extends HostPart<{ readonly links: Pick<LinkStore, 'read' | 'save' | 'refuse'> }> {
  readonly #channel = new BroadcastChannel(SYNC_CHANNEL);
  readonly #listeners = new Listeners();
  #workOrderRole: string | null = null;
  #role: Role | null = null;

  start(): void {
    this.undoOnStop(
      onMessage<SyncMessage>(this.#channel, ({ kind }) => {
        if (kind === 'ask') this.#publish();
      }),
    );
  }

  /** Called when a role is another one. */
  subscribe(listener: () => void): Undo {
    return this.#listeners.add(listener);
  }

  /** Decides whose stages of work orders are the agent's; null without a team. */
  get workOrderRole(): string | null {
    return this.#workOrderRole;
  }

  use(link: Link | null): void {
    const { workOrderRole, role } = link?.me.member ?? { workOrderRole: null, role: null };
    if (workOrderRole === this.#workOrderRole && role === this.#role) return;
    this.#workOrderRole = workOrderRole;
    this.#role = role;
    this.#publish();
    this.#listeners.notify();
  }

  /** Asks the server, and stores its answer. */
  async refresh(address: Link): Promise<void> {
    const answer = await askMe(address);
    if (!answer.ok && answer.reason !== 'other-team') return;
    if (!answer.ok) return await this.refuse(address);
    await this.#alone(async () => {
      const { links } = this.needs;
      const reading = await links.read();
      if (reading.state !== 'linked' || reading.link.token !== address.token) return;
      const link = { ...reading.link, me: answer.value };
      if (JSON.stringify(link) !== JSON.stringify(reading.link)) await links.save(link);
      this.use(link);
    });
  }

  /** The sync then stops, publishes why, and the team's other parts follow. */
  async refuse({ token }: Link): Promise<void> {
    await this.#alone(() => this.needs.links.refuse(token));
    this.post<SyncMessage>(this.#channel, { kind: 'sync-now' });
  }

  /** Under the lock of the sync, which writes the same record. */
  async #alone(save: () => Promise<void>): Promise<void> {
    try {
      await lockWithin(SYNC_LOCK_WITHIN_MS, SYNC_LOCK, save, { locks: navigator.locks });
    } catch (error) {
      if (!(error instanceof TimeLimitError)) throw error;
      // The sync, which waits for the same lock, shows it; the next poll asks again.
      console.warn('membership: the answer could not be stored', error);
    }
  }

  #publish(): void {
    this.post<SyncMessage>(this.#channel, {
      kind: 'work-order-role',
      workOrderRole: this.#workOrderRole,
      role: this.#role,
    });
  }
}
