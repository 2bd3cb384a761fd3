import { describe, expect, it } from 'vitest';
import { type Role, roleSchema } from '../../contract/api/members/role.ts';
import { readMemberTable } from '../../rules/member-table/read-member-table.ts';
import { pack } from '../../scripts/pack.yaml';
import { HOSTILE_CELLS } from '../helpers/hostile-cells.ts';

const HEADINGS = ['工号', '姓名', '角色', '负责环节'];
const read = (rows: readonly (readonly string[])[], role: Role = 'lead', inUse: readonly string[] = []) =>
  readMemberTable([HEADINGS, ...rows], { role, inUse: new Set(inUse), workOrders: pack.workOrders });
const issuesOf = (...parameters: Parameters<typeof read>) => {
  const reading = read(...parameters);
  return reading.ok
    ? reading.issues.map(({ row, column, why }) => `${row} ${column} ${why}`)
    : reading.reason;
};

describe('members in a spreadsheet', () => {
  it('are read by their headings, whatever the order, language and marks of these', () => {
    const rows = [
      ['Role', 'Name （必填）*', '備註', 'EMPLOYEE NUMBER'],
      ['Team lead', ' 王芳 ', 'x', '０３０１'],
      ['', '', '', ''],
      ['', '李明', '', '0302'],
    ];
    const reading = readMemberTable(rows, { role: 'lead', inUse: new Set(), workOrders: pack.workOrders });
    expect(reading).toEqual({
      ok: true,
      entries: [
        { row: 2, member: { number: '0301', name: '王芳', role: 'lead' } },
        { row: 4, member: { number: '0302', name: '李明', role: 'agent' } },
      ],
      issues: [],
    });
  });

  it('have the roles of the pages in every language, and owners of the pack by id or name', () => {
    const rows = [
      ['1', '甲', '坐席', 'store-manager'],
      ['2', '乙', '組長', '店長'],
      ['3', '丙', '现场主管', 'Store Manager'],
      ['4', '丁', '客服人員', ''],
    ];
    const reading = read(rows);
    expect(reading.ok && reading.entries.map(({ member }) => [member.role, member.workOrderRole])).toEqual([
      ['agent', 'store-manager'],
      ['lead', 'store-manager'],
      ['supervisor', 'store-manager'],
      ['agent', undefined],
    ]);
  });

  it('name each bad cell with its row and column, and only good rows are members', () => {
    const rows = [
      ['', '无号', '', ''],
      ['x'.repeat(41), '长', '', ''],
      ['0301', '王', '', ''],
      ['0301', '同号', '', ''],
      ['0283', '已在', '', ''],
      ['0302', '', '老板', ''],
      ['0303', '名'.repeat(81), '', '谁都行'],
    ];
    expect(issuesOf(rows, 'lead', ['0283'])).toEqual([
      '2 number no-number',
      '3 number bad-number',
      '5 number twice',
      '6 number in-use',
      '7 name no-name',
      '7 role unknown-role',
      '8 name bad-name',
      '8 workOrderRole unknown-work-order-role',
    ]);
    const reading = read(rows, 'lead', ['0283']);
    expect(reading.ok && reading.entries.map(({ row }) => row)).toEqual([4]);
  });

  it.each(roleSchema.options)('a %s may import only roles within reach', (role) => {
    const rows = [
      ['1', '甲', '管理员', ''],
      ['2', '乙', '组长', ''],
    ];
    expect(issuesOf(rows, role)).toEqual(role === 'admin' ? [] : ['2 role role-not-yours']);
  });

  it('hostile cells are names as they are written, or issues, and never read as anything else', () => {
    const reading = read(HOSTILE_CELLS.map((text, at) => [`${at}`, text, '', '']));
    if (!reading.ok) throw new Error(reading.reason);
    for (const { row, member } of reading.entries) expect(member.name).toBe(HOSTILE_CELLS[row - 2]?.trim());
    expect(reading.entries.length + new Set(reading.issues.map(({ row }) => row)).size).toBe(
      HOSTILE_CELLS.length,
    );
  });

  it('is refused as a whole without rows, without its columns, or with more than 10,000 rows', () => {
    expect(issuesOf([])).toBe('empty');
    const rules = { role: 'lead', inUse: new Set<string>(), workOrders: pack.workOrders } as const;
    expect(readMemberTable([], rules)).toMatchObject({ reason: 'empty' });
    expect(readMemberTable([['姓名'], ['王']], rules)).toMatchObject({ reason: 'no-number-column' });
    expect(readMemberTable([['工号'], ['1']], rules)).toMatchObject({ reason: 'no-name-column' });
    const rows = Array.from({ length: 10_001 }, (_, at) => [`${at}`, '王', '', '']);
    expect(issuesOf(rows)).toBe('too-many-rows');
    expect(issuesOf(rows.slice(1))).toEqual([]);
  });
});
