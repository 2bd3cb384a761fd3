import { liveCalls } from '../../calls/fold-phone.ts';
import { ACTIVITY_CHANNEL } from '../../contract/messages/activity-message.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import type { Vault } from '../../storage/vault/vault.ts';
import type { JournalStream } from '../call/live-journal.ts';
import { every, HostPart, onMessage } from '../part.ts';

const CHECK_MS = 10_000;

interface IdleLockNeeds {
  readonly journal: Pick<JournalStream, 'phone'>;
  readonly shift: { wrapsUp(): boolean };
  readonly vault: Pick<Vault, 'state' | 'lock' | 'subscribe'>;
  readonly settings: { readonly value: Pick<Settings, 'lockAfterMinutes'> };
  /** Monotonic, ms: a clock that is set must neither lock early nor never. */
  readonly elapsed: () => number;
}

/**
 * Locks the notes when nobody has used a page for a while. A ring, a call and a wrap-up count as
 * use: they are never locked.
 */
export class IdleLock extends HostPart<IdleLockNeeds> {
  #usedAt = 0;

  start(): void {
    const { vault } = this.needs;
    const channel = new BroadcastChannel(ACTIVITY_CHANNEL);
    this.#use();
    this.undoOnStop(
      onMessage<unknown>(channel, () => this.#use()),
      vault.subscribe(() => this.#use()),
      every(CHECK_MS, () => void this.check()),
    );
  }

  async check(): Promise<void> {
    const { journal, shift, vault, settings, elapsed } = this.needs;
    const after = settings.value.lockAfterMinutes;
    if (liveCalls(journal.phone).length > 0 || shift.wrapsUp()) this.#use();
    if (after === 'off' || vault.state.state !== 'unlocked') return;
    if (elapsed() - this.#usedAt >= Number(after) * 60_000) await vault.lock();
  }

  #use(): void {
    this.#usedAt = this.needs.elapsed();
  }
}
