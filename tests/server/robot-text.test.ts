import { expect, test } from 'vitest';
import type { WebhookBody } from '../../contract/api/webhooks/webhook.ts';
import { robotText } from '../../server/webhooks/robot-message.ts';

const DUE = Date.parse('2026-11-22T14:10:00+08:00');

function deadline(type: 'deadline.near' | 'deadline.missed', data: WebhookBody['data']): WebhookBody {
  const common = { id: 'e', organisation: 'o', team: 't', at: DUE };
  return { ...common, type, data: { owner: 'agent', ownerName: '坐席', agents: '', dueAt: DUE, ...data } };
}
const order = { of: 'order', order: 'id-1', orderNumber: '1-261122-AF-12' };
const text = (body: WebhookBody) => robotText(body, 'zh-CN', 'Asia/Shanghai');

test('a robot names the order by its number, who is responsible, and until when', () => {
  const supervisor = { ...order, owner: 'hotline-supervisor', ownerName: '热线主管' };
  expect(text(deadline('deadline.near', supervisor))).toBe(
    '【三声】工单 1-261122-AF-12 的时限快到了，最迟 11/22 14:10，责任方：热线主管',
  );
  expect(text(deadline('deadline.missed', { ...order, agents: '0283 0284' }))).toBe(
    '【三声】工单 1-261122-AF-12 已超时，应于 11/22 14:10 前完成，责任方：坐席 0283 0284',
  );
});

test('a call-back and a handover are named by their agents', () => {
  const callBack = { of: 'call-back', callBack: 'id-2', agents: '0283' };
  expect(text(deadline('deadline.near', callBack))).toContain('该回访了，最迟 11/22 14:10，坐席 0283');
  expect(text(deadline('deadline.missed', callBack))).toContain('回访已超时，应于 11/22 14:10 前打出');
  const sheet = { of: 'handover', handover: 'id-3', agents: '0283' };
  expect(text(deadline('deadline.missed', sheet))).toContain('坐席 0283 的交接单还没有签字');
});

test.each(['zh-CN', 'zh-TW', 'en'])('no place of a sentence stays empty in %s', (language) => {
  for (const about of [order, { of: 'call-back', agents: '0283' }, { of: 'handover', agents: '0283' }])
    for (const type of ['deadline.near', 'deadline.missed'] as const) {
      const sentence = robotText(deadline(type, { owner: 'agent', ...about }), language, 'Asia/Taipei');
      expect(sentence).toContain('14:10');
      expect(sentence).not.toMatch(/[{}]|undefined|NaN|Invalid/);
    }
});
