import { lockWithin } from '../../calls/timing/lock-within.ts';
import { TimeLimitError } from '../../calls/timing/time-limit.ts';
import { SYNC_LOCK, SYNC_LOCK_WITHIN_MS } from '../../contract/messages/sync-message.ts';

/**
 * Under the lock of the sync, which writes the same record. Nothing changes while another context
 * has it for too long.
 */
export async function changeLink(change: () => Promise<void>): Promise<void> {
  try {
    await lockWithin(SYNC_LOCK_WITHIN_MS, SYNC_LOCK, change, { locks: navigator.locks });
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    // The sync, which waits for the same lock, shows it; the next poll asks again.
    console.warn('link: a change could not be stored', error);
  }
}
