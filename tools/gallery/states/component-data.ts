import type { LineTrouble } from '../../../calls/line-troubles.ts';
import type { RecordCallView } from '../../../components/records/call-facts.tsx';
import type { CommentView } from '../../../components/records/comment-view.ts';
import type { HandoverLine } from '../../../contract/team/handover-line.ts';
import { minutesAgo } from './parts.ts';

const trouble = (finding: LineTrouble['finding'], more: Partial<LineTrouble> = {}): LineTrouble => ({
  ...{ finding, times: 1, totalMs: 14_000, speechDbfs: null, noiseDbfs: null },
  ...{ lossShare: null, jitterMs: null, ...more },
});

/** Every finding, with and without its figures. */
export const TROUBLES: readonly LineTrouble[] = [
  trouble('no-media'),
  trouble('nobody-speaks', { times: 3, totalMs: 61_000 }),
  trouble('faint', { speechDbfs: -46, noiseDbfs: -60 }),
  trouble('noisy', { speechDbfs: -30, noiseDbfs: -34 }),
  trouble('packets-lost', { lossShare: 0.12, jitterMs: 80 }),
  trouble('agent-muted'),
];

export const RECORD_CALL: RecordCallView = {
  direction: 'inbound',
  displayName: '城南门店',
  originalTarget: { number: '8001', displayName: null },
  rings: 2,
  talkMs: 192_000,
  end: { how: 'hung-up', by: 'remote-party' },
  situations: ['标准问候', '杂音大'],
  line: TROUBLES.slice(0, 2),
};

export const UNANSWERED_CALL: RecordCallView = {
  ...RECORD_CALL,
  ...{ direction: 'outbound', displayName: null, originalTarget: null, rings: null, talkMs: null },
  end: { how: 'refused', sipStatus: 486, cause: 'busy', phrase: 'Busy Here' },
  situations: [],
  line: [],
};

export const COMMENTS: readonly CommentView[] = [
  { id: 'k1', by: '0517', at: minutesAgo(90), text: '问候完整', status: { is: 'known' } },
  { id: 'k2', by: '0517', at: minutesAgo(60), text: '请补上订单尾号', status: { is: 'new' } },
  { id: 'k3', by: '0517', at: minutesAgo(30), text: '已补', status: { is: 'unread' } },
  { id: 'k4', by: '0517', at: minutesAgo(20), text: '谢谢', status: { is: 'read', at: minutesAgo(5) } },
];

export const LINES: readonly HandoverLine[] = [
  { kind: 'order', of: 'o1', text: '王女士：冰箱不制冷，答复', dueAt: minutesAgo(-25) },
  { kind: 'call-back', of: 'b1', text: '陈先生：发票重开，回访', dueAt: minutesAgo(9) },
  { kind: 'notice', of: 'n1', text: '城东门店今日停业', dueAt: null },
];
