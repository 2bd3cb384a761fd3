import * as v from 'valibot';
import { endpoint } from '../endpoint.ts';
import {
  deliveriesSchema,
  deliveryQuerySchema,
  madeWebhookSchema,
  newWebhookSchema,
  webhookSchema,
} from './webhook.ts';

export const webhooksApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/webhooks',
    permission: 'manage-team',
    summary: "The team's webhooks and chat robots, without their secrets.",
    answer: v.strictObject({ webhooks: v.array(webhookSchema) }),
  }),
  add: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/webhooks',
    permission: 'manage-team',
    summary: 'Adds a webhook or chat robot. The secret of its signature is in this answer alone.',
    body: newWebhookSchema,
    answer: madeWebhookSchema,
    errors: ['conflict'],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/v1/teams/:team/webhooks/:webhook',
    permission: 'manage-team',
    summary: 'Removes a webhook, with what still waits for it.',
    errors: ['not-found'],
  }),
  deliveries: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/deliveries',
    permission: 'manage-team',
    summary: 'Deliveries of webhooks, newest first: attempts, and why they did not succeed.',
    query: deliveryQuerySchema,
    answer: deliveriesSchema,
  }),
  retry: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/webhooks/:webhook/deliveries/:event/retry',
    permission: 'manage-team',
    summary: 'Sends an event that was not delivered once more, now: with the same id.',
    errors: ['not-found', 'conflict'],
  }),
};
