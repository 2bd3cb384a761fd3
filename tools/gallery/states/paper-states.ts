import type { Paper } from '../../../pages/papers/paper.ts';
import { minutesAgo } from './parts.ts';

const RECORD: Paper = {
  ...{ name: 'complaint-record-3-261122-AF-12', title: '投诉受理记录表', to: '', timeZone: 'Asia/Shanghai' },
  parts: [
    {
      is: 'fields',
      title: '受理',
      fields: [
        { label: '工单号', cell: '3-261122-AF-12' },
        { label: '受理时间', cell: { at: minutesAgo(300) } },
        { label: '顾客', cell: '王女士' },
        { label: '联系电话', cell: '+8613900001234' },
        { label: '投诉内容', cell: '冰箱送到三天不制冷，<b>订单</b>尾号 0417。' },
        { label: '地址', cell: '' },
      ],
    },
  ],
  signatures: ['受理人', '主管'],
};

const STATISTICS: Paper = {
  ...{
    name: 'complaint-statistics-2026-11-16',
    title: '客户投诉周统计表',
    to: '',
    timeZone: 'Asia/Shanghai',
  },
  parts: [
    { is: 'fields', title: '汇总', fields: [{ label: '受理件数', cell: 9 }] },
    {
      is: 'table',
      title: '投诉登记',
      table: {
        headings: ['工单号', '受理时间', '顾客', '种类', '事由', '状态'],
        rows: [
          ['3-261122-AF-12', { at: minutesAgo(300) }, '王女士', '质量投诉', '冰箱不制冷', '未办结'],
          ['3-261122-AF-13', { at: minutesAgo(100) }, '陈先生', '物流投诉', '送货迟了三天', '已解决'],
        ],
      },
    },
    { is: 'table', title: '时限（按责任方）', table: { headings: ['责任方', '时限按时'], rows: [] } },
  ],
  signatures: ['主管'],
};

interface PaperState {
  readonly paper: Paper | null;
  readonly locked: boolean;
  readonly failed: boolean;
}

/** The forms of the call centre. */
export const PAPER_STATES: Readonly<Record<string, PaperState>> = {
  'paper-record': { paper: RECORD, locked: false, failed: false },
  'paper-sales': {
    paper: {
      ...RECORD,
      title: '投诉处理回复通知单',
      to: '致：销售部门',
      signatures: ['主管', '销售部门签收'],
    },
    ...{ locked: true, failed: true },
  },
  'paper-statistics': { paper: STATISTICS, locked: false, failed: false },
  'paper-none': { paper: null, locked: true, failed: false },
};
