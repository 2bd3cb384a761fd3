import type { Delivery } from '../../../contract/api/webhooks/webhook.ts';
import type { WebhooksView } from '../../../pages/lead/webhooks/webhooks-view.ts';
import { minutesAgo } from './parts.ts';

const delivery = (minutes: number, more: Partial<Delivery>): Delivery => ({
  ...{ event: `event-${minutes}`, webhook: 'w1', type: 'order.opened', madeAt: minutesAgo(minutes) },
  ...{ state: 'delivered', attempts: 1, nextAt: null, status: 200, problem: null },
  ...more,
});

/** Every state and reason of the log, and a secret that was just made. */
export const WEBHOOKS: WebhooksView = {
  webhooks: [
    {
      ...{ id: 'w1', kind: 'json', host: 'crm.example.com', madeBy: 'm1', madeAt: minutesAgo(60 * 24 * 40) },
      events: ['call.ended', 'note.finalized', 'order.opened', 'order.moved'],
    },
    {
      ...{ id: 'w2', kind: 'dingtalk', host: 'oapi.dingtalk.com', madeBy: 'm1', madeAt: minutesAgo(90) },
      events: ['deadline.near', 'deadline.missed', 'help.asked'],
    },
  ],
  made: { host: 'crm.example.com', secret: 'K7QM2XPA9FRTC4WDK7QM2XPA9FRTC4WD' },
  deliveries: [
    delivery(1, { type: 'help.asked', webhook: 'w2', state: 'waiting', attempts: 0, status: null }),
    delivery(3, {
      ...{ type: 'deadline.missed', webhook: 'w2', state: 'waiting', attempts: 4 },
      ...{ nextAt: minutesAgo(-2), problem: 'refused-by-robot' },
    }),
    delivery(20, { type: 'call.ended', state: 'waiting', attempts: 2, status: 503, problem: 'status' }),
    delivery(60, {}),
    delivery(900, { state: 'failed', attempts: 14, status: null, problem: 'unreachable' }),
    delivery(950, { state: 'failed', attempts: 14, status: null, problem: 'not-allowed' }),
  ],
  more: true,
  asked: { asked: 'done' },
};
