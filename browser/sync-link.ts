import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { OwnDevice } from '../contract/api/members/member.ts';
import { may, type Role } from '../contract/api/members/role.ts';
import { SYNC_CHANNEL, type SyncMessage, type SyncState } from '../contract/messages/sync-message.ts';

type FromHost = 'state' | 'work-order-role' | 'server-clock' | 'new-devices';

/** Connects a page to the sync of the phone host. */
export class SyncLink {
  readonly #channel = new BroadcastChannel(SYNC_CHANNEL);
  readonly #state: Signal<SyncState> = signal({ state: 'local' });
  readonly #workOrderRole: Signal<string | null> = signal(null);
  readonly #role: Signal<Role | null> = signal(null);
  readonly #newDevices: Signal<readonly OwnDevice[]> = signal([]);
  #serverOffset: number | null = null;

  constructor() {
    this.#channel.onmessage = ({ data }: MessageEvent<SyncMessage>) => {
      if (data.kind === 'state') this.#state.value = data.state;
      if (data.kind === 'server-clock') this.#serverOffset = data.offset;
      if (data.kind === 'new-devices') this.#newDevices.value = data.devices;
      if (data.kind === 'work-order-role') {
        this.#workOrderRole.value = data.workOrderRole;
        this.#role.value = data.role;
      }
    };
    this.say({ kind: 'ask' });
  }

  get state(): ReadonlySignal<SyncState> {
    return this.#state;
  }

  /** The agent's work-order role in the team; null without a team. */
  get workOrderRole(): ReadonlySignal<string | null> {
    return this.#workOrderRole;
  }

  /** Devices that enrolled as this agent by another one's code, until the agent has seen them. */
  get newDevices(): ReadonlySignal<readonly OwnDevice[]> {
    return this.#newDevices;
  }

  /** True for leads and supervisors, and without a team for everybody. */
  get writesForOthers(): boolean {
    const role = this.#role.value;
    return role === null || may(role, 'write-for-others');
  }

  /** Server clock minus device clock in ms; null while it is not known. */
  get serverOffset(): number | null {
    return this.#serverOffset;
  }

  say(message: Exclude<SyncMessage, { readonly kind: FromHost }>): void {
    this.#channel.postMessage(message);
  }
}
