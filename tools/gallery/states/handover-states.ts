import type { PanelView } from '../../../pages/panel/frame/panel-view.ts';
import type { HandoverView } from '../../../pages/panel/handover/handover-view.ts';
import { IDLE } from './other-stages.ts';
import { minutesAgo, NOW, panelView } from './parts.ts';

const LINES: HandoverView['sheet']['lines'] = [
  {
    kind: 'order',
    of: 'o1',
    text: '王女士 · ••••••••1234 · 冰箱不制冷，维修后同样故障',
    dueAt: minutesAgo(-55),
    isNew: false,
  },
  { kind: 'order', of: 'o2', text: '139••••0088 · 发票抬头重开', dueAt: minutesAgo(-1400), isNew: true },
  {
    kind: 'call-back',
    of: 'c1',
    text: '陈先生 · 139••••0042 · 发票重开',
    dueAt: minutesAgo(-120),
    isNew: true,
  },
  { kind: 'notice', of: 'n1', text: '今晚 22:00 电话系统维护半小时', dueAt: null, isNew: false },
];
const HANDOVER: HandoverView = {
  sheet: { id: 's2', lines: LINES, remarks: '王女士情绪激动，先致歉', asked: '' },
  notices: [
    { id: 'n1', at: minutesAgo(600), by: '0100', text: '今晚 22:00 电话系统维护半小时', isNew: false },
    { id: 'n2', at: minutesAgo(20), by: '0100', text: '冬季清洗活动开始，细则见知识库', isNew: true },
  ],
  signed: [
    {
      id: 's1',
      leaving: { at: minutesAgo(9), by: '0500', name: '小陈' },
      coming: null,
      lines: LINES.map(({ isNew: _, ...line }) => line),
      remarks: '王女士 16 点前要答复',
      asked: '多登记一次回访结果',
      mayAccept: true,
    },
    {
      id: 's0',
      leaving: { at: minutesAgo(900), by: '0283', name: '小林' },
      coming: { at: minutesAgo(890), by: '0500', name: '小陈' },
      lines: [],
      remarks: '',
      asked: '',
      mayAccept: false,
    },
  ],
  name: '小林',
  now: NOW,
};

/** The shift handover. */
export const HANDOVER_STATES: Readonly<Record<string, PanelView>> = {
  handover: panelView(IDLE, { tab: { tab: 'handover', view: HANDOVER } }),
  'handover-nothing': panelView(IDLE, {
    tab: {
      tab: 'handover',
      view: {
        ...HANDOVER,
        sheet: { id: 's3', lines: [], remarks: '', asked: '' },
        notices: [],
        signed: [],
      },
    },
  }),
};
