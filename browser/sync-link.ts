import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { may, type Role } from '../contract/api/members/role.ts';
import { SYNC_CHANNEL, type SyncMessage, type SyncState } from '../contract/messages/sync-message.ts';

/** What a page hears of the syncer, and says to it. */
export class SyncLink {
  readonly #channel = new BroadcastChannel(SYNC_CHANNEL);
  readonly #state: Signal<SyncState> = signal({ state: 'local' });
  readonly #workOrderRole: Signal<string | null> = signal(null);
  readonly #role: Signal<Role | null> = signal(null);

  constructor() {
    this.#channel.onmessage = ({ data }: MessageEvent<SyncMessage>) => {
      if (data.kind === 'state') this.#state.value = data.state;
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

  /** The agent's in the team; null where there is none. */
  get workOrderRole(): ReadonlySignal<string | null> {
    return this.#workOrderRole;
  }

  /** Leads and supervisors do, for somebody without a browser; where there is no team, everybody. */
  get writesForOthers(): boolean {
    const role = this.#role.value;
    return role === null || may(role, 'write-for-others');
  }

  say(message: Exclude<SyncMessage, { readonly kind: 'state' | 'work-order-role' }>): void {
    this.#channel.postMessage(message);
  }
}
