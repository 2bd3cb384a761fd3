import type { LeadView } from '../../../pages/lead/frame/lead-view.ts';
import { wallboardOf } from '../../../pages/lead/wallboard/wallboard-view.ts';
import { minutesAgo, NOW } from './parts.ts';

const names = new Map([
  ['0283', '小林'],
  ['0284', '赵芳'],
  ['0285', '欧阳文静'],
  ['0311', 'Alexandra Featherstonehaugh'],
]);

const busy = wallboardOf({
  ...{ names, now: NOW, ringLimit: 3, ringMs: 5000 },
  agents: [
    { agent: '0283', seenAt: NOW, state: { state: 'ringing', since: NOW - 17_000 } },
    {
      ...{ agent: '0284', seenAt: NOW },
      state: { state: 'in-call', since: minutesAgo(6), call: 'a', situation: 'abuse' },
    },
    { agent: '0285', seenAt: NOW, state: { state: 'wrap-up', since: minutesAgo(2) } },
    { agent: '0311', seenAt: NOW, state: { state: 'present', since: minutesAgo(31) } },
    { agent: '0312', seenAt: NOW, state: { state: 'present', since: minutesAgo(75) } },
  ],
  help: [
    {
      ...{ id: 'h', call: 'a', why: 'abuse', summary: '', at: minutesAgo(3), agent: '0284' },
      ...{ acknowledged: null, overAt: null },
    },
  ],
  deadlines: [
    { id: '1', number: '3-261130-AF-12', label: '商品质量投诉 · 10 分钟内答复', dueAt: minutesAgo(4) },
    { id: '2', number: '3-261130-AF-14', label: '送货投诉 · 店长处理', dueAt: minutesAgo(-12) },
    { id: '3', number: '', label: '回访', dueAt: minutesAgo(-25) },
    { id: '4', number: '3-261129-AF-03', label: '服务态度投诉 · 结案', dueAt: minutesAgo(-190) },
  ],
});
const empty = wallboardOf({
  ...{ names, now: NOW, ringLimit: 3, ringMs: 5000, agents: [], help: [], deadlines: [] },
});

/** The screen on the wall. */
export const WALLBOARD_STATES: Readonly<Record<string, LeadView>> = {
  'lead-wallboard': { role: 'supervisor', page: 'wallboard', gap: null, wallboard: busy },
  'lead-wallboard-empty': { role: 'supervisor', page: 'wallboard', gap: null, wallboard: empty },
};
