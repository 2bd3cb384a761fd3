import type { ItemRefusal, PushResult } from '../../contract/api/sync/push.ts';

/** One item of a push is refused; `detail` names the place, never the value. */
export function refusedItem(reason: ItemRefusal, detail: string | null = null): PushResult {
  return { outcome: 'refused', reason, detail };
}
