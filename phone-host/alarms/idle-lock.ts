import type { Instant } from '../../calls/call-event.ts';
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
  /** What the organisation prescribes at the latest; null: nothing. */
  readonly membership: { readonly lockAfterMinutes: number | null };
  /** Monotonic, ms: does not follow a clock that is set back, but may stand still in a sleep. */
  readonly elapsed: () => number;
  readonly now: () => Instant;
}

/**
 * Locks the notes when nobody has used a page for a while, or the computer slept so long. A ring, a
 * call and a wrap-up count as use: they are never locked.
 */
export class IdleLock extends HostPart<IdleLockNeeds> {
  #usedAt = { elapsed: 0, now: 0 };

  start(): void {
    const { vault } = this.needs;
    const channel = new BroadcastChannel(ACTIVITY_CHANNEL);
    this.#use();
    this.undoOnStop(
      // The first touch after a sleep comes before the next check: it must not count as use.
      onMessage<unknown>(channel, () => void this.check().then(() => this.#use())),
      vault.subscribe(() => this.#use()),
      every(CHECK_MS, () => void this.check()),
    );
  }

  async check(): Promise<void> {
    const { journal, shift, vault } = this.needs;
    if (liveCalls(journal.phone).length > 0 || shift.wrapsUp()) this.#use();
    if (vault.state.state === 'unlocked' && this.#idleMs() >= this.#longestIdleMs()) await vault.lock();
  }

  /** By the clock that went further. */
  #idleMs(): number {
    const { elapsed, now } = this.needs;
    return Math.max(elapsed() - this.#usedAt.elapsed, now() - this.#usedAt.now);
  }

  /** An agent may choose less than the organisation prescribes, not more. */
  #longestIdleMs(): number {
    const { settings, membership } = this.needs;
    const own = settings.value.lockAfterMinutes;
    const limits = [own === 'off' ? Number.POSITIVE_INFINITY : Number(own)];
    if (membership.lockAfterMinutes !== null) limits.push(membership.lockAfterMinutes);
    return Math.min(...limits) * 60_000;
  }

  #use(): void {
    const { elapsed, now } = this.needs;
    this.#usedAt = { elapsed: elapsed(), now: now() };
  }
}
