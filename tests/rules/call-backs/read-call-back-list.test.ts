import { describe, expect, it } from 'vitest';
import { foldCallBacks } from '../../../rules/call-backs/fold-call-backs.ts';
import { listProgress } from '../../../rules/call-backs/list-progress.ts';
import { planCallBackList } from '../../../rules/call-backs/plan-call-back-list.ts';
import { MOST_LIST_ROWS, readCallBackList } from '../../../rules/call-backs/read-call-back-list.ts';
import { pack } from '../../../scripts/pack.yaml';
import { HOSTILE_CELLS } from '../../helpers/hostile-cells.ts';
import { HOUR, MONDAY_TEN, TeamStory } from '../../helpers/team-story.ts';

const CHINA = 480;
const HEAD = ['号码', '姓名', '事由', '时间', '工号', '重要客户'];
const read = (...rows: string[][]) => readCallBackList([HEAD, ...rows], MONDAY_TEN, CHINA);
const beijing = (text: string) => Date.parse(`${text}:00+08:00`);

describe('a row', () => {
  it.each([
    [
      ['13900001234', '王女士', '回访', '2026-11-24 15:30', '0283', '是'],
      { surname: '王', title: 'ms', vip: true },
    ],
    [['139 0000 1234', '陈先生'], { surname: '陈', title: 'mr', matter: '', dueAt: null, agent: null }],
    [
      ['１３９００００１２３４', '欧阳', '', '2026年11月24日'],
      { surname: '欧阳', title: null, dueAt: beijing('2026-11-24T10:00') },
    ],
    [
      ['+8613900001234', '', '', '2026/11/24 9:05', '０２８３'],
      { dueAt: beijing('2026-11-24T09:05'), agent: '0283' },
    ],
    [['021-55550101', 'Smith', '', '', '', 'no'], { surname: 'Smith', vip: false }],
  ])('%j is read', (cells, entry) => {
    expect(read(cells)).toMatchObject({ ok: true, entries: [{ row: 2, ...entry }], issues: [] });
  });

  it.each([
    [['', '王'], 'number', 'no-number'],
    [['王女士'], 'number', 'bad-number'],
    [['=HYPERLINK("x")'], 'number', 'bad-number'],
    [['12'], 'number', 'bad-number'],
    [['13900001234', '王'.repeat(41)], 'surname', 'too-long'],
    [['13900001234', '', '字'.repeat(2_001)], 'matter', 'too-long'],
    [['13900001234', '', '', '明天'], 'time', 'bad-time'],
    [['13900001234', '', '', '2026-02-30'], 'time', 'bad-time'],
    [['13900001234', '', '', '2026-11-24 25:00'], 'time', 'bad-time'],
    [['13900001234', '', '', '2062-11-24'], 'time', 'bad-time'],
    [['13900001234', '', '', '2026-11-22'], 'time', 'past'],
    [['13900001234', '', '', '', '0283\u0000'], 'agent', 'bad-agent'],
    [['13900001234', '', '', '', '0'.repeat(41)], 'agent', 'bad-agent'],
    [['13900001234', '', '', '', '', '也许'], 'vip', 'bad-vip'],
  ])('%j has a problem in %s: %s', (cells, column, why) => {
    const reading = read(cells);
    expect(reading).toMatchObject({ ok: true, entries: [], issues: [{ row: 2, column, why }] });
  });

  it('is left out if an earlier one has the number, however it is written', () => {
    const reading = read(['13900001234'], ['+86 139-0000-1234'], ['13900001235']);
    expect(reading).toMatchObject({ entries: [{ row: 2 }, { row: 4 }], issues: [{ row: 3, why: 'twice' }] });
  });

  it('with hostile text is kept as text', () => {
    const reading = read(...HOSTILE_CELLS.map((text, at) => [`1390000${1000 + at}`, '', text]));
    expect(reading.ok && reading.entries.map(({ matter }) => matter)).toEqual(
      HOSTILE_CELLS.map((one) => one.trim()),
    );
  });
});

describe('a file', () => {
  it('needs a heading for the number, in any of three languages and any order', () => {
    for (const name of ['联系电话', '手機號碼', 'Phone', ' 号码 ']) {
      const reading = readCallBackList(
        [
          ['备注', name],
          ['x', '13900001234'],
        ],
        MONDAY_TEN,
        CHINA,
      );
      expect(reading).toMatchObject({ ok: true, entries: [{ number: '13900001234', matter: 'x' }] });
    }
    expect(readCallBackList([['谁'], ['13900001234']], MONDAY_TEN, CHINA)).toEqual({
      ok: false,
      reason: 'no-number-column',
    });
  });

  it('without rows, or with too many, is refused', () => {
    expect(readCallBackList([], MONDAY_TEN, CHINA)).toEqual({ ok: false, reason: 'empty' });
    expect(read(['', ' '])).toEqual({ ok: false, reason: 'empty' });
    const many = Array.from({ length: MOST_LIST_ROWS + 1 }, (_, at) => [String(13_900_000_000 + at)]);
    expect(read(...many)).toEqual({ ok: false, reason: 'too-many-rows' });
    expect(read(...many.slice(1))).toMatchObject({ ok: true, issues: [] });
  });
});

describe('a list that is handed out', () => {
  const plan = { name: '春节问候', matter: '春节问候', from: MONDAY_TEN, agents: ['0283', '0500'] };
  const planned = (from: number, ...rows: string[][]) => {
    const reading = read(...rows);
    if (!reading.ok) throw new Error(reading.reason);
    return planCallBackList(reading.entries, { ...plan, from }, pack.settings, CHINA);
  };

  it('goes around among the agents, but for rows that name one', () => {
    const facts = planned(
      MONDAY_TEN,
      ['13900000001'],
      ['13900000002', '', '发票', '', '0700'],
      ['13900000003'],
    );
    expect(facts.map(({ assignedTo, matter }) => [assignedTo, matter])).toEqual([
      ['0283', '春节问候'],
      ['0700', '发票'],
      ['0500', '春节问候'],
    ]);
  });

  it('keeps the rest hours: nobody agreed to a time in them', () => {
    const noon = beijing('2026-11-24T12:30');
    const [atNoon, atNight] = planned(noon, ['13900000001'], ['13900000002', '', '', '2026-11-24 22:00']);
    expect(atNoon).toMatchObject({ dueAt: beijing('2026-11-24T14:00'), agreed: false });
    expect(atNight).toMatchObject({ dueAt: beijing('2026-11-25T09:00'), agreed: false });
  });

  it('comes back as progress: reached, not reached, to be tried, untouched, by agent', () => {
    const story = new TeamStory();
    const rows = ['1', '2', '3', '4', '5'].map((n) => [`1390000000${n}`]);
    for (const [at, fact] of planned(MONDAY_TEN, ...rows).entries()) story.tell(`c${at}`, fact, '0100');
    const tried = { type: 'call-back-tried', remarks: '', note: null } as const;
    story.after(HOUR);
    story.tell('c0', { ...tried, outcome: 'satisfied', nextAt: null });
    story.tell('c1', { ...tried, outcome: 'not-reached', nextAt: story.now + HOUR }, '0500');
    story.tell('c2', { ...tried, outcome: 'not-reached', nextAt: null });
    story.tell('c3', { type: 'call-back-dropped', reason: '已搬走' }, '0500');
    const [list, ...more] = listProgress(foldCallBacks(story.events).callBacks);
    expect(more).toEqual([]);
    expect(list).toMatchObject({
      ...{ name: '春节问候', total: 5, reached: 1, notReached: 1, again: 1, untouched: 1, dropped: 1 },
      ...{ satisfied: 1, notSatisfied: 0 },
      agents: [
        { agent: '0283', total: 3, reached: 1, notReached: 1, untouched: 1 },
        { agent: '0500', total: 2, again: 1, dropped: 1 },
      ],
    });
    story.tell('c4', { type: 'call-back-assigned', to: '0500' }, '0100');
    const [after] = listProgress(foldCallBacks(story.events).callBacks);
    expect(after?.agents.map(({ agent, total }) => [agent, total])).toEqual([
      ['0283', 2],
      ['0500', 3],
    ]);
  });
});
