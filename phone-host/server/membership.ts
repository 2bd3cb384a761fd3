import { askMe } from '../../browser/server/ask-me.ts';
import type { Role } from '../../contract/api/members/role.ts';
import { SYNC_CHANNEL, type SyncMessage } from '../../contract/messages/sync-message.ts';
import type { Link, LinkStore } from '../../storage/sync/link-store.ts';
import { Listeners } from '../listeners.ts';
import { HostPart, onMessage, type Undo } from '../part.ts';
import { changeLink } from './change-link.ts';
import { OwnDevices } from './own-devices.ts';

/** The agent's roles and devices in the team, for the host and over the channel for every page. */
export class Membership extends HostPart<{ readonly links: Pick<LinkStore, 'read' | 'save' | 'refuse'> }> {
  readonly #channel = new BroadcastChannel(SYNC_CHANNEL);
  readonly #listeners = new Listeners();
  readonly #devices = new OwnDevices(this.needs.links, (message) => this.post(this.#channel, message));
  #workOrderRole: string | null = null;
  #role: Role | null = null;
  #lockAfterMinutes: number | null = null;

  start(): void {
    this.undoOnStop(
      onMessage<SyncMessage>(this.#channel, (message) => {
        if (message.kind === 'ask') {
          this.#publish();
          this.#devices.publish();
        }
        if (message.kind === 'know-device') void this.#devices.know(message.device);
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

  /** Minutes without use after which the organisation wants this device to lock; null: none. */
  get lockAfterMinutes(): number | null {
    return this.#lockAfterMinutes;
  }

  use(link: Link | null): void {
    this.#lockAfterMinutes = link?.me.lockAfterMinutes ?? null;
    this.#devices.use(link);
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
    await changeLink(async () => {
      const { links } = this.needs;
      const reading = await links.read();
      if (reading.state !== 'linked' || reading.link.token !== address.token) return;
      const link = { ...reading.link, me: answer.value };
      if (JSON.stringify(link) !== JSON.stringify(reading.link)) await links.save(link);
      this.use(link);
    });
    await this.#devices.refresh(address);
  }

  /** The sync then stops, publishes why, and the team's other parts follow. */
  async refuse({ token }: Link): Promise<void> {
    await changeLink(() => this.needs.links.refuse(token));
    this.post<SyncMessage>(this.#channel, { kind: 'sync-now' });
  }

  #publish(): void {
    this.post<SyncMessage>(this.#channel, {
      kind: 'work-order-role',
      workOrderRole: this.#workOrderRole,
      role: this.#role,
    });
  }
}
