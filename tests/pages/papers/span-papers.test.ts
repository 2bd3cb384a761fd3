import { describe, expect, it } from 'vitest';
import type { SpanPaper } from '../../../pages/papers/paper.ts';
import { paperTables } from '../../../pages/papers/paper-tables.ts';
import { spanPaper } from '../../../pages/papers/span-papers.ts';
import { foldCallBacks } from '../../../rules/call-backs/fold-call-backs.ts';
import { spanAround } from '../../../rules/figures/figure-span.ts';
import { foldWorkOrders } from '../../../rules/work-orders/fold-work-orders.ts';
import { pack } from '../../../scripts/pack.yaml';
import { BEIJING_RULES, orderStory } from '../../helpers/order-story.ts';
import { paperLines } from '../../helpers/paper-text.ts';
import { HOUR, MONDAY_TEN, planned, TeamStory } from '../../helpers/team-story.ts';

const NO_SHEET = { table: { headings: [], rows: [], timeZone: 'UTC' } };
const WEEK = spanAround('week', MONDAY_TEN, 480);

function paper(kind: SpanPaper, story: Pick<TeamStory, 'events' | 'now'>, span = WEEK) {
  return spanPaper(kind, span, {
    ...{ orders: foldWorkOrders(story.events, BEIJING_RULES), rules: BEIJING_RULES, pack },
    ...{ language: 'zh-CN', timeZone: 'Asia/Shanghai', now: story.now },
    callBacks: foldCallBacks(story.events).callBacks,
  });
}

describe('客户投诉周统计表', () => {
  const story = orderStory(MONDAY_TEN)
    .opens('quality', { orderNumber: '3-261123-AF-1' })
    .answers(true)
    .closes('settled')
    .passes(10)
    .onOrder('order-2')
    .opens('environment', { orderNumber: '3-261123-AF-2', matter: '大厅太吵' })
    .isMadeMajor('judged')
    .onOrder('order-3')
    .opens('query', { family: 'query' })
    .passes(2, 'd');
  const lines = paperLines(paper('complaint-statistics', story));

  it.each([
    '汇总 | 统计期间: 2026-11-23 – 2026-11-29',
    '汇总 | 受理件数: 2',
    '汇总 | 已办结: 1',
    '汇总 | 未办结: 1',
    '汇总 | 重大: 1',
    '汇总 | 顾客接受: 1',
    '汇总 | 顾客不接受: 0',
    '按种类 | 质量投诉 | 1 | 1 | 0',
    '按种类 | 环境质量投诉 | 1 | 0 | 1',
    '按进度 | 未结 | 1',
    '按进度 | 已解决 | 1',
  ])('%s', (line) => {
    expect(lines).toContain(line);
  });

  it('counts deadlines by owner', () => {
    const owners = lines.filter((line) => line.startsWith('时限（按责任方） | '));
    expect(owners).toContainEqual(expect.stringMatching(/热线主管 \| \d+ \| [1-9]/));
  });

  it('registers each complaint, and no number that can be dialled', () => {
    const register = lines.filter((line) => line.startsWith('投诉登记 | '));
    expect(register).toHaveLength(2);
    expect(register[1]).toContain('3-261123-AF-2 | 2026-11-23T10:10 | 王女士');
    expect(register[1]).toContain('大厅太吵');
    expect(register.join()).not.toContain('139 0000 1234');
  });

  it('is named for the week; another span is only statistics', () => {
    expect(paper('complaint-statistics', story).title).toBe('客户投诉周统计表');
    const month = spanAround('month', MONDAY_TEN, 480);
    expect(paper('complaint-statistics', story, month).title).toBe('客户投诉统计表');
  });
});

describe('回访记录表', () => {
  const at = MONDAY_TEN + HOUR;
  const story = new TeamStory()
    .tell('a', planned(at, { vip: true, order: null, matter: '冰箱不制冷' }))
    .tell('b', planned(at + HOUR, { surname: '陈', title: 'mr', number: '13900000042', agreed: true }))
    .tell('c', planned(at, { surname: '刘' }))
    .after(HOUR)
    .tell('a', {
      ...{
        type: 'call-back-tried',
        outcome: 'not-reached',
        remarks: '无人接听',
        nextAt: at + HOUR,
        note: null,
      },
    })
    .after(HOUR)
    .tell('a', {
      type: 'call-back-tried',
      outcome: 'not-satisfied',
      remarks: '等太久',
      nextAt: null,
      note: null,
    })
    .tell('c', { type: 'call-back-dropped', reason: '已解决' }, '0100');
  const [{ table } = NO_SHEET] = paperTables(paper('call-back-record', story));

  it('has a row for each attempt, and one for each that was not made', () => {
    const shown = table.rows.map((row) =>
      table.headings
        .map((heading, column) => [heading, row[column]] as const)
        .filter(([heading]) => ['顾客', '重要客户', '顾客约定', '结果', '顾客意见', '工号'].includes(heading))
        .map(([, cell]) => cell),
    );
    expect(shown).toEqual(
      expect.arrayContaining([
        ['王女士', '是', '', '0283', '没联系上', '无人接听'],
        ['王女士', '是', '', '0283', '不满意', '等太久'],
        ['陈先生', '', '是', null, '未回访', null],
        ['刘女士', '', '', null, '已取消：已解决', null],
      ]),
    );
    expect(shown).toHaveLength(4);
  });

  it('is a plain register for a spreadsheet', () => {
    expect(table.headings[0]).toBe('顾客');
    expect(table.rows[0]).toContainEqual({ at });
  });

  it('leaves out what another week planned and made', () => {
    const later = spanAround('week', MONDAY_TEN + 14 * 24 * HOUR, 480);
    const [{ table: empty } = NO_SHEET] = paperTables(paper('call-back-record', story, later));
    expect(empty.rows).toEqual([]);
  });

  it('is summed up: figures, agents, and what should be better', () => {
    const lines = paperLines(paper('call-back-summary', story));
    expect(lines).toContain('汇总 | 安排的回访: 3');
    expect(lines).toContain('汇总 | 3 天内或按约定回访: 100% (1/1)');
    expect(lines).toContain('汇总 | 重要客户回访率: 100% (1/1)');
    expect(lines).toContain('按工号 | 0283 | 2 | 0 | 1 | 1 | 0');
    expect(lines).toContainEqual(
      expect.stringMatching(/^不满意的顾客 \| .* \| 王女士 \| 冰箱不制冷 \| 0283 \| 等太久$/),
    );
  });
});
