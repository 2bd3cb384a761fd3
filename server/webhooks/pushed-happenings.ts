import type { PushResult } from '../../contract/api/sync/push.ts';
import type { SyncItem } from '../../contract/api/sync/sync-item.ts';
import type { Happening } from './enqueue.ts';

/** What a pushed item that was applied means for webhooks: ids and times. */
export function happeningsOf(item: SyncItem, { outcome }: PushResult, agent: string): readonly Happening[] {
  if (outcome !== 'applied') return [];
  if (item.type === 'facts') {
    const { id: note, revision, facts } = item;
    const at = facts.endedAt;
    return [{ type: 'note.finalized', key: `${note} ${revision}`, at, data: { note, agent, endedAt: at } }];
  }
  if (item.type !== 'team') return [];
  const { event } = item;
  const { id: key, at, subject: order } = event;
  switch (event.type) {
    case 'work-order-opened': {
      const { kind, orderNumber } = event;
      const named = orderNumber === undefined ? {} : { orderNumber };
      return [{ type: 'order.opened', key, at, data: { order, kind, agent, ...named } }];
    }
    case 'work-order-moved':
    case 'work-order-returned':
    case 'work-order-answered':
    case 'work-order-closed': {
      const change = event.type.slice('work-order-'.length);
      return [{ type: 'order.moved', key, at, data: { order, change, agent } }];
    }
    default:
      return [];
  }
}
