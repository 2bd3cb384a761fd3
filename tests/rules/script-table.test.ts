import { describe, expect, it } from 'vitest';
import type { SituationGroup } from '../../contract/pack/situation.ts';
import { diffPacks } from '../../contract/release/diff-packs.ts';
import { readTableFile } from '../../contract/table/read-table-file.ts';
import { tablesAsXlsx } from '../../contract/table/xlsx.ts';
import { readScriptTable } from '../../rules/script-table/read-script-table.ts';
import { guessMapping } from '../../rules/script-table/script-columns.ts';
import { writeScriptTable } from '../../rules/script-table/write-script-table.ts';
import { loadPack } from '../../tools/compile-pack.ts';

const pack = loadPack();
const groups = new Map<string, SituationGroup>([
  ['query', 'query'],
  ['投诉', 'complaint'],
]);
const read = (rows: readonly (readonly string[])[], into = pack) => {
  let made = 0;
  const freshId = () => {
    made += 1;
    return `situation-new-${made}`;
  };
  const mapping = guessMapping(rows[0] ?? []);
  return readScriptTable({ rows, mapping }, { pack: into, language: 'zh-CN', groups, freshId });
};

describe('columns that leads have', () => {
  it.each([
    [
      ['场景', '话术', '禁语', '备注'],
      ['title', 'text', 'prohibitions', 'note'],
    ],
    [
      ['場景名稱', '參考話術', '服務禁語', '注意事項'],
      ['title', 'text', 'prohibitions', 'note'],
    ],
    [
      ['Scenario', 'Script', 'Do not say', 'Notes'],
      ['title', 'text', 'prohibitions', 'note'],
    ],
    [
      ['序号', ' 场景 （一级）', '标准话术*', '话术'],
      [null, 'title', 'text', null],
    ],
  ])('%j', (headings, mapping) => {
    expect(guessMapping(headings)).toEqual(mapping);
  });
});

describe('a table of scripts', () => {
  const ROWS = [
    ['场景', '分类', '话术', '备注', '禁语', '关键词'],
    ['空调漏水', '投诉', '请您先关掉电源。', '语速放慢', '不说是您弄坏的；不催促', '漏水 滴水'],
    ['', '', '师傅明天上门，可以吗？', '', '', ''],
    ['', '', '', '', '', ''],
    ['退货', '', '好的，马上为您办理。', '', '', ''],
  ];

  it('becomes situations: a joined cell belongs to the row before, a note is an instruction', () => {
    const reading = read(ROWS);
    if (!reading.ok) throw new Error(reading.reason);
    expect(reading).toMatchObject({ read: 3, issues: [] });
    const [leak, back] = reading.pack.situations.slice(pack.situations.length);
    expect(leak).toMatchObject({
      title: { 'zh-CN': '空调漏水' },
      group: 'complaint',
      tags: ['漏水', '滴水'],
      steps: [
        { kind: 'say', text: { 'zh-CN': '请您先关掉电源。' } },
        { kind: 'do', text: { 'zh-CN': '语速放慢' } },
        { kind: 'say', text: { 'zh-CN': '师傅明天上门，可以吗？' } },
      ],
      prohibitions: [{ 'zh-CN': '不说是您弄坏的' }, { 'zh-CN': '不催促' }],
    });
    expect(back).toMatchObject({ title: { 'zh-CN': '退货' }, steps: [{ kind: 'say' }] });
    expect(new Set(leak?.steps.map(({ id }) => id)).size).toBe(3);
  });

  it('read twice changes nothing the second time', () => {
    const first = read(ROWS);
    if (!first.ok) throw new Error(first.reason);
    const again = read(ROWS, first.pack);
    expect(again.ok && diffPacks(first.pack, again.pack)).toEqual([]);
  });

  it.each([
    [['场景', '话术'], ['甲', '长'.repeat(601)], { row: 2, column: 'text', why: 'too-long' }],
    [['场景', '话术'], ['甲', '您好{nobody}'], { row: 2, column: 'text', why: 'unknown-placeholder' }],
    [['场景', '话术'], ['甲', '您好[先生'], { row: 2, column: 'text', why: 'bad-part' }],
    [['场景', '话术'], ['', '您好'], { row: 2, column: 'title', why: 'no-title' }],
    [['场景', '话术', '禁语'], ['甲', '', ''], { row: 2, column: 'text', why: 'nothing-said' }],
    [['场景', '话术', '分类'], ['甲', '您好', '别的'], { row: 2, column: 'group', why: 'unknown-group' }],
    [['场景', '话术', '步骤编号'], ['甲', '您好', '第一步'], { row: 2, column: 'step', why: 'bad-id' }],
    [['场景', '话术', '禁语'], ['甲', '您好', '长'.repeat(601)], { column: 'prohibitions', why: 'too-long' }],
  ])('%j: %j has its cell named', (headings, row, issue) => {
    expect(read([headings, row])).toMatchObject({ ok: true, pack, read: 0, issues: [issue] });
  });

  it('does not take what nobody may say', () => {
    const [phrase] = pack.courtesy.forbiddenPhrases;
    const reading = read([
      ['场景', '话术'],
      ['甲', `好，${phrase?.phrase}。`],
    ]);
    expect(reading).toMatchObject({ issues: [{ row: 2, column: 'text', why: 'forbidden-phrase' }] });
  });

  it.each([
    [[], 'empty'],
    [[['场景', '话术']], 'empty'],
    [[['话术'], ['您好']], 'no-title-column'],
    [[['场景'], ['甲']], 'no-text-column'],
  ])('%j is refused: %s', (rows, reason) => {
    expect(read(rows)).toEqual({ ok: false, reason });
  });
});

describe('an export', () => {
  it.each(['zh-CN', 'zh-TW', 'en'] as const)(
    'in %s, saved as .xlsx and read again, changes nothing',
    async (language) => {
      const table = writeScriptTable(pack, language, (group) => group);
      const saved = await readTableFile(await tablesAsXlsx([{ name: '话术', table }]));
      if (!saved.ok) throw new Error(saved.reason);
      const mapping = guessMapping(saved.rows[0] ?? []);
      expect(mapping).not.toContain(null);
      const all = new Map(pack.situations.map(({ group }) => [group, group] as const));
      const into = { pack, language, groups: all, freshId: () => 'never' };
      const reading = readScriptTable({ rows: saved.rows, mapping }, into);
      expect(reading).toMatchObject({ ok: true, issues: [] });
      expect(reading.ok && diffPacks(pack, reading.pack)).toEqual([]);
    },
  );

  it('with one sentence changed in the sheet, that sentence changes in the draft', () => {
    const { headings, rows } = writeScriptTable(pack, 'zh-CN', (group) => group);
    const at = headings.indexOf('话术');
    const changed = rows.map((row, n) =>
      row.map((cell, column) => (n === 0 && column === at ? '您好！' : String(cell))),
    );
    const reading = readScriptTable(
      { rows: [headings, ...changed], mapping: guessMapping(headings) },
      {
        pack,
        language: 'zh-CN',
        groups: new Map(pack.situations.map(({ group }) => [group, group])),
        freshId: () => 'never',
      },
    );
    expect(reading.ok && diffPacks(pack, reading.pack)).toHaveLength(1);
  });
});
