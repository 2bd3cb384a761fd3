import type { PanelView } from '../../../pages/panel/frame/panel-view.ts';
import type { Block } from '../../../rules/blocks/fold-blocks.ts';
import type { Warning } from '../../../rules/warnings/fold-warnings.ts';
import { warningFigures } from '../../../rules/warnings/warning-figures.ts';
import { IDLE } from './other-stages.ts';
import { minutesAgo, panelView } from './parts.ts';

const entry = (more: Partial<Warning>): Warning => ({
  id: 'w1',
  number: '+8613900000066',
  calledAt: minutesAgo(900),
  by: '0283',
  kind: 'indecent',
  done: 'closed-formally',
  remarks: '',
  note: null,
  struckOff: null,
  ...more,
});
const WARNINGS: readonly Warning[] = [
  entry({}),
  entry({ id: 'w2', calledAt: minutesAgo(840), kind: 'silent', done: 'stopped', remarks: '背景有笑声' }),
  entry({ id: 'w3', number: 'anonymous', calledAt: minutesAgo(300), kind: 'threat', done: 'to-supervisor' }),
  entry({
    id: 'w4',
    number: '+8613900000088',
    calledAt: minutesAgo(120),
    kind: 'prank',
    done: 'other',
    struckOff: { at: minutesAgo(30), by: '0100', reason: '顾客的小孩误拨，已致歉' },
  }),
];

const BLOCKS: readonly Block[] = [
  {
    ...{ id: 'b1', number: '+8613900000077', scope: 'team', by: '0100' },
    ...{ at: minutesAgo(60), until: minutesAgo(-30 * 24 * 60) },
  },
];
const NO_BLOCKS = { blocks: [], hindrances: new Map(), blocksForTeam: false };

/** The harassment register. */
export const HARASSMENT_STATES: Readonly<Record<string, PanelView>> = {
  'harassment-list': panelView(IDLE, {
    overlay: {
      kind: 'harassment',
      entries: WARNINGS.toReversed(),
      figures: warningFigures(WARNINGS, 480),
      unread: 3,
      blocks: BLOCKS,
      hindrances: new Map([['', 'withheld']]),
      blocksForTeam: true,
    },
  }),
  'harassment-empty': panelView(IDLE, {
    overlay: { kind: 'harassment', entries: [], figures: warningFigures([], 480), unread: 0, ...NO_BLOCKS },
  }),
};
