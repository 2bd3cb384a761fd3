import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { may, type Role } from '../contract/api/members/role.ts';
import { SYNC_CHANNEL, type SyncMessage, type SyncState } from '../contract/messages/sync-message.ts';

/** Connects a page to the sync of the phone host. */
export class SyncLink {
  readonly #channel = new BroadcastChannel(SYNC_CHANNEL);
  readonly #state: Signal<SyncState> = signal({ state: 'local' });
  readonly #workOrderRole: Signal<string | null> = signal(null);
  readonly #role: Signal<Role | null> = signal(null);
  #serverOffset: number | null = null;

  constructor() {
    this.#channel.onmessage = ({ data }: MessageEvent<SyncMessage>) => {
      if (data.kind === 'state') this.#state.value = data.state;
      if (data.kind === 'server-clock') this.#serverOffset = data.offset;
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

  /** True for leads and supervisors, and without a team for everybody. */
  get writesForOthers(): boolean {
    const role = this.#role.value;
    return role === null || may(role, 'write-for-others');
  }

  /** Server clock minus device clock in ms; null while it is not known. */
  get serverOffset(): number | null {
    return this.#serverOffset;
  }

  say(message: Exclude<SyncMessage, { readonly kind: 'state' | 'work-order-role' | 'server-clock' }>): void {
    this.#channel.postMessage(message);
  }
}
