import { callServer } from '../../browser/server/call-server.ts';
import { membersApi } from '../../contract/api/members/members-api.ts';
import type { Role } from '../../contract/api/members/role.ts';
import { SYNC_CHANNEL, SYNC_LOCK, type SyncMessage } from '../../contract/messages/sync-message.ts';
import type { Link, LinkStore } from '../../storage/sync/link-store.ts';

interface MembershipPorts {
  readonly links: Pick<LinkStore, 'read' | 'save'>;
  /** The work-order role may be another one now. */
  readonly changed: () => void;
}

/** What the agent is in the team, for the host and, over the sync channel, for every page. */
export class Membership {
  readonly #ports: MembershipPorts;
  readonly #channel = new BroadcastChannel(SYNC_CHANNEL);
  #workOrderRole: string | null = null;
  #role: Role | null = null;

  constructor(ports: MembershipPorts) {
    this.#ports = ports;
    this.#channel.onmessage = ({ data }: MessageEvent<SyncMessage>) => {
      if (data.kind === 'ask') this.#publish();
    };
  }

  /** Owner of the pack whose stages are moved here; null in no team. */
  get workOrderRole(): string | null {
    return this.#workOrderRole;
  }

  use(link: Link | null): void {
    const { workOrderRole, role } = link?.me.member ?? { workOrderRole: null, role: null };
    if (workOrderRole === this.#workOrderRole && role === this.#role) return;
    this.#workOrderRole = workOrderRole;
    this.#role = role;
    this.#publish();
    this.#ports.changed();
  }

  /** Asks the server anew. Under the lock of the syncer, which writes the same record. */
  async refresh(address: Link): Promise<void> {
    const answer = await callServer(address, membersApi.me, {});
    if (!answer.ok) return;
    const { links } = this.#ports;
    await navigator.locks.request(SYNC_LOCK, async () => {
      const reading = await links.read();
      if (reading.state !== 'linked' || reading.link.token !== address.token) return;
      const link = { ...reading.link, me: answer.value };
      if (JSON.stringify(link) !== JSON.stringify(reading.link)) await links.save(link);
      this.use(link);
    });
  }

  #publish(): void {
    this.#channel.postMessage({
      kind: 'work-order-role',
      workOrderRole: this.#workOrderRole,
      role: this.#role,
    } satisfies SyncMessage);
  }
}
