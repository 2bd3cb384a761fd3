import { describe, expect, it } from 'vitest';
import { orderPaper } from '../../../pages/papers/order-papers.ts';
import type { OrderPaper } from '../../../pages/papers/paper.ts';
import { paperTables } from '../../../pages/papers/paper-tables.ts';
import { pack } from '../../../scripts/pack.yaml';
import { BEIJING_RULES, EMPTY_RECORD, type OrderStory, orderStory } from '../../helpers/order-story.ts';
import { paperLines } from '../../helpers/paper-text.ts';

/** STORY_START is 10:00 of this day in Beijing or as the helper says; only the paper formats it. */
const RECORD = {
  ...EMPTY_RECORD,
  ...{ region: '城南店', happenedAt: '昨晚', product: '冰箱', fault: '不制冷', model: 'BX-210' },
  ...{ serialNumber: 'SN001', quantity: '1', deliveredOn: '11-19', address: '示例路 1 号', mood: '着急' },
  ...{ whatHappened: '送到三天不制冷', requestedRemedy: '换新', checkedSoFar: '电源正常' },
  ...{ whyNotSatisfied: '修过一次', difficulty: '难', signs: ['again-after-repair' as const] },
};

const complaint = () =>
  orderStory().opens('quality', { record: RECORD, orderNumber: '3-261122-AF-12', matter: '冰箱不制冷' });

function sourcesOf(story: OrderStory) {
  return {
    ...{ orders: story.book, rules: BEIJING_RULES, pack, language: 'zh-CN' as const },
    ...{ timeZone: 'Asia/Shanghai', now: story.now },
  };
}
function linesOf(paper: OrderPaper, story: OrderStory, order = 'order-1'): readonly string[] {
  const made = orderPaper(paper, order, sourcesOf(story));
  if (made === null) throw new Error(`no ${paper}`);
  return paperLines(made);
}

describe('投诉受理记录表', () => {
  it.each([
    ['工单号', '3-261122-AF-12'],
    ['受理人工号', '0283'],
    ['顾客', '王女士'],
    ['联系电话', '+86 139 0000 1234'],
    ['类别', '投诉'],
    ['种类', '质量投诉'],
    ['重大', '情况本身重大'],
    ['投诉内容', '冰箱不制冷'],
    ['地区或门店', '城南店'],
    ['发生时间', '昨晚'],
    ['产品或服务', '冰箱'],
    ['故障（一个词）', '不制冷'],
    ['型号', 'BX-210'],
    ['机号', 'SN001'],
    ['数量', '1'],
    ['送货日期', '11-19'],
    ['地址', '示例路 1 号'],
    ['经过', '送到三天不制冷'],
    ['要求', '换新'],
    ['情绪', '着急'],
    ['已查情况', '电源正常'],
    ['为何不满意', '修过一次'],
    ['难度', '难'],
    ['重大情形', '修后同样故障'],
    ['状态', '未办结'],
    ['责任方', '坐席'],
  ])('has the field %s', (label, value) => {
    const fields = linesOf('complaint-record', complaint()).map((line) => line.split(' | ')[1]);
    expect(fields).toContain(`${label}: ${value}`);
  });

  it('of a settled complaint says when, how and whether the customer accepted', () => {
    const story = complaint().passes(1, 'h').answers(true).closes('settled', '换新，已送达');
    const lines = linesOf('complaint-record', story);
    expect(lines).toContain('处理结果 | 状态: 已解决');
    expect(lines).toContain('处理结果 | 原因: 换新，已送达');
    expect(lines).toContain('处理结果 | 顾客是否接受: 是');
    expect(lines.some((line) => line.includes('责任方'))).toBe(false);
  });
});

describe('售后服务跟踪表', () => {
  const escalated = () =>
    complaint()
      .moves('judge')
      .passes(1, 'h')
      .answers(false)
      .passes(1)
      .onOrder('order-2')
      .as('0100')
      .opens('follow-up', { follows: 'order-1', orderNumber: '3-261122-FH-1', matter: '换新未到' })
      .passes(10)
      .onOrder('order-3')
      .opens('early-warning', { follows: 'order-2', matter: '要求赔偿' });

  it.each([
    ['order-1', ['第 1 级：质量投诉']],
    ['order-2', ['第 2 级：上报跟进单', '附：第 1 级：质量投诉']],
    ['order-3', ['第 3 级：投诉预警', '附：第 2 级：上报跟进单', '附：第 1 级：质量投诉']],
  ])('of %s has each level with the earlier ones attached', (order, levels) => {
    const lines = linesOf('follow-up', escalated(), order);
    const titles = lines.map((line) => line.split(' | ')[0] ?? '').filter((title) => !title.includes(' · '));
    expect([...new Set(titles)]).toEqual(levels);
  });

  it('of each level says what was done, by whom, and which deadlines were kept', () => {
    const lines = linesOf('follow-up', escalated(), 'order-2');
    expect(
      lines.some((line) =>
        /^附：第 1 级：质量投诉 · 处理经过 \| .* \| 0283 \| 转到“判断是否成立”/.test(line),
      ),
    ).toBe(true);
    expect(
      lines.some((line) => /^附：第 1 级：质量投诉 · 处理经过 \| .* \| 已答复，顾客不接受/.test(line)),
    ).toBe(true);
    expect(lines.some((line) => line.startsWith('第 2 级：上报跟进单 · 时限 | 上一级接手 | 热线主管'))).toBe(
      true,
    );
  });

  it('ends where an attached sheet is unknown or names itself', () => {
    const lost = complaint().onOrder('order-2').opens('follow-up', { follows: 'nobody' });
    expect(linesOf('follow-up', lost, 'order-2').some((line) => line.startsWith('附'))).toBe(false);
    const self = complaint().onOrder('order-2').opens('follow-up', { follows: 'order-2' });
    expect(linesOf('follow-up', self, 'order-2').some((line) => line.startsWith('附'))).toBe(false);
  });
});

describe('投诉处理回复通知单', () => {
  const judged = () =>
    complaint().moves('judge').passes(1, 'h').moves('cause').answers(true).closes('settled');

  it('tells the sales department customer, product, matter, remedy and result', () => {
    const made = orderPaper('sales-reply', 'order-1', sourcesOf(judged()));
    expect(made?.to).toBe('致：销售部门');
    const lines = paperLines(made ?? (undefined as never)).join('\n');
    for (const text of ['3-261122-AF-12', '王女士', '冰箱', 'BX-210', '换新', '已解决', '11-19']) {
      expect(lines).toContain(text);
    }
  });

  it('says nothing about the customer that only the record may hold', () => {
    const lines = linesOf('sales-reply', judged()).join('\n');
    for (const internal of ['着急', '修过一次', '难度', '情绪', '电源正常', '为何不满意']) {
      expect(lines).not.toContain(internal);
    }
  });
});

it('no paper is made of an order that is not known', () => {
  expect(orderPaper('follow-up', 'nobody', sourcesOf(complaint()))).toBeNull();
});

it('each part of a paper is a sheet with columns of its own', () => {
  const made = orderPaper('follow-up', 'order-1', sourcesOf(complaint()));
  if (made === null) throw new Error('no paper');
  const [first, course] = paperTables(made);
  expect(first).toMatchObject({ name: '第 1 级：质量投诉', table: { headings: ['项目', '内容'] } });
  expect(first?.table.rows).toContainEqual(['顾客', '王女士']);
  expect(course?.table.headings).toEqual(['时间', '工号', '处理', '说明']);
});
