import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Delivery } from '../../../contract/api/webhooks/webhook.ts';
import { WebhooksModel } from '../../../pages/lead/webhooks/webhooks-model.ts';
import type { TypedWebhook } from '../../../pages/lead/webhooks/webhooks-view.ts';
import { FakeTeamServer } from '../../helpers/fake-team-server.ts';

let server: FakeTeamServer;
beforeEach(() => {
  server = new FakeTeamServer();
});
afterEach(() => vi.unstubAllGlobals());

const HOOK = {
  ...{ id: 'w1', kind: 'json', host: 'crm.example.com', events: ['call.ended'], madeBy: 'm', madeAt: 1 },
};
const delivery = (event: string, more: Partial<Delivery> = {}): Delivery => ({
  ...{ event, webhook: 'w1', type: 'call.ended', madeAt: 5, state: 'delivered', attempts: 1 },
  ...{ nextAt: null, status: 200, problem: null, ...more },
});

async function open(log: object = { deliveries: [delivery('e1')], next: null }) {
  server.answers('GET ~/webhooks', { webhooks: [HOOK] });
  server.answers('GET ~/deliveries', log);
  const model = new WebhooksModel({
    ...{ session: server.session(), language: 'zh-TW', timeZone: 'Asia/Taipei' },
  });
  await model.load();
  return model;
}

test('the page shows the webhooks and the newest deliveries', async () => {
  const model = await open();
  expect(model.view()).toEqual({
    ...{ webhooks: [HOOK], deliveries: [delivery('e1')], more: false, made: null },
    asked: { asked: 'nothing' },
  });
});

test('a new one is added in the language and zone of the page, and its secret is shown until it is hidden', async () => {
  const model = await open();
  server.answers('POST ~/webhooks', { id: 'w2', secret: 'S3CRET' });
  const webhook: TypedWebhook = {
    ...{ kind: 'json', url: 'https://crm.example.com/hook?a=b', robotSecret: null },
    events: ['deadline.missed'],
  };
  await model.act({ do: 'add', webhook });
  expect(server.sent('POST ~/webhooks')).toEqual([
    { ...webhook, language: 'zh-TW', timeZone: 'Asia/Taipei' },
  ]);
  expect(model.view().made).toEqual({ host: 'crm.example.com', secret: 'S3CRET' });
  await model.act({ do: 'refresh' });
  expect(model.view().made).not.toBeNull();
  await model.act({ do: 'hide' });
  expect(model.view().made).toBeNull();
});

test('a robot has no secret to show, and a refusal is said', async () => {
  const model = await open();
  const url = 'https://oapi.dingtalk.com/robot/send?access_token=1';
  const webhook: TypedWebhook = { kind: 'dingtalk', url, robotSecret: 'SEC', events: ['help.asked'] };
  server.answers('POST ~/webhooks', { id: 'w2', secret: null });
  await model.act({ do: 'add', webhook });
  expect(model.view()).toMatchObject({ made: null, asked: { asked: 'done' } });
  server.refuses('POST ~/webhooks', 'conflict');
  await model.act({ do: 'add', webhook });
  expect(model.view().asked).toEqual({ asked: 'refused', why: 'conflict' });
});

test('a removed one is gone from the page', async () => {
  const model = await open();
  server.answers('DELETE ~/webhooks/w1', {});
  server.answers('GET ~/webhooks', { webhooks: [] });
  await model.act({ do: 'remove', webhook: 'w1' });
  expect(server.sent('DELETE ~/webhooks/w1')).toHaveLength(1);
  expect(model.view().webhooks).toEqual([]);
});

test('one that was given up is sent once more, and the log shows that it waits', async () => {
  const failed = delivery('e1', { state: 'failed', attempts: 14, status: 500, problem: 'status' });
  const model = await open({ deliveries: [failed], next: null });
  server.answers('POST ~/webhooks/w1/deliveries/e1/retry', {});
  server.answers('GET ~/deliveries', { deliveries: [delivery('e1', { state: 'waiting' })], next: null });
  await model.act({ do: 'retry', delivery: failed });
  expect(server.sent('POST ~/webhooks/w1/deliveries/e1/retry')).toHaveLength(1);
  expect(model.view().deliveries).toMatchObject([{ state: 'waiting' }]);
});

test('older deliveries come after those that are shown', async () => {
  const model = await open({ deliveries: [delivery('e2')], next: '5.w1.e2' });
  expect(model.view().more).toBe(true);
  server.answers('GET ~/deliveries', { deliveries: [delivery('e1')], next: null });
  await model.act({ do: 'more' });
  const asked = server.requests.filter(({ path }) => path === '~/deliveries');
  expect(asked.at(-1)?.query.get('before')).toBe('5.w1.e2');
  expect(model.view().deliveries.map(({ event }) => event)).toEqual(['e2', 'e1']);
  expect(model.view().more).toBe(false);
});
