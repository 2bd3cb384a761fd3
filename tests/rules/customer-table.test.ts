import { describe, expect, it } from 'vitest';
import type { Customer } from '../../contract/api/contacts/customers-api.ts';
import { PACK_LANGUAGES } from '../../contract/pack/localized-text.ts';
import { exportFile } from '../../contract/table/export-file.ts';
import { MOST_PEOPLE_ROWS, readTableFile } from '../../contract/table/read-table-file.ts';
import { readCustomerTable } from '../../rules/customer-table/read-customer-table.ts';
import { writeCustomerTable } from '../../rules/customer-table/write-customer-table.ts';
import { HOSTILE_CELLS } from '../helpers/hostile-cells.ts';

const HEADINGS = ['号码', '姓名', '先生或女士', '重要客户', '备注'];
const customer = (number: string, more: Partial<Customer> = {}): Customer => ({
  ...{ number, surname: '王', title: 'ms', vip: true, remarks: '' },
  ...more,
});
const read = (rows: readonly (readonly string[])[], listed: readonly Customer[] = []) =>
  readCustomerTable([HEADINGS, ...rows], listed);
const issuesOf = (...parameters: Parameters<typeof read>) => {
  const reading = read(...parameters);
  return reading.ok
    ? reading.issues.map(({ row, column, why }) => `${row} ${column} ${why}`)
    : reading.reason;
};

describe('customers in a spreadsheet', () => {
  it('are read with the title in its own cell or behind the name, and VIP as yes or no', () => {
    const reading = read([
      ['013900001234', '王女士', '', '是', '投诉过两次\n 慢慢说'],
      ['13900001235', '陈', '男', '', ''],
      ['13900001236', 'Adams', '', 'no', ''],
      ['13900001237', 'Adams Ms.', '', 'VIP', ''],
    ]);
    expect(reading.ok && reading.entries.map(({ customer }) => customer)).toEqual([
      customer('013900001234', { remarks: '投诉过两次 慢慢说' }),
      customer('13900001235', { surname: '陈', title: 'mr', vip: false }),
      customer('13900001236', { surname: 'Adams', title: null, vip: false }),
      customer('13900001237', { surname: 'Adams' }),
    ]);
  });

  it('name each bad cell with its row and column', () => {
    const rows = [
      ['', '王', '', '', ''],
      ['不详', '王', '', '', ''],
      ['13900001234', '王', '', '', ''],
      ['+86 139 0000 1234', '王', '', '', ''],
      ['13900001235', '王'.repeat(41), '博士', '金卡', 'x'.repeat(201)],
      ['13900001236', '\u200b王', '', '', ''],
    ];
    expect(issuesOf(rows)).toEqual([
      '2 number no-number',
      '3 number bad-number',
      '5 number twice',
      '6 surname too-long',
      '6 title bad-title',
      '6 vip bad-vip',
      '6 remarks too-long',
      '7 surname bad-text',
    ]);
  });

  it('tell new customers from changed ones; those in the list as they are change nothing', () => {
    const listed = [customer('+8613900001234'), customer('+8613900001235')];
    const reading = read(
      [
        ['13900001234', '王', '女士', '是', ''],
        ['13900001235', '王', '女士', '否', ''],
        ['13900001236', '王', '女士', '是', ''],
      ],
      listed,
    );
    expect(reading).toMatchObject({
      ...{ ok: true, same: 1, issues: [] },
      entries: [
        { row: 3, isChange: true },
        { row: 4, isChange: false },
      ],
    });
  });

  it('is refused as a whole without rows, without numbers, or with more than 10,000 rows', () => {
    expect(issuesOf([])).toBe('empty');
    expect(readCustomerTable([], [])).toMatchObject({ reason: 'empty' });
    expect(readCustomerTable([['姓名'], ['王']], [])).toMatchObject({ reason: 'no-number-column' });
    const rows = Array.from({ length: 10_001 }, (_, at) => [String(13_900_000_000 + at)]);
    expect(issuesOf(rows)).toBe('too-many-rows');
    expect(issuesOf(rows.slice(1))).toEqual([]);
  });
});

describe.each(PACK_LANGUAGES)('the list exported in %s', (language) => {
  const hostile = HOSTILE_CELLS.map((text) => text.replace(/\p{C}/gu, '').trim());
  const listed = [
    customer('+8613900001234', { remarks: '0283' }),
    customer('013900001235', { surname: '', title: null, vip: false }),
    customer('02100001236', { surname: '欧阳', title: 'mr' }),
    ...hostile.map((text, at) =>
      customer(`1390001${1000 + at}`, { surname: text.slice(0, 40), remarks: text, vip: at % 2 === 0 }),
    ),
  ];

  it.each(['xlsx', 'csv'] as const)('as .%s changes nothing when it is imported', async (format) => {
    const table = writeCustomerTable(listed, language);
    const { content } = await exportFile({ name: 'x', table, records: [] }, format);
    const file = await readTableFile(new Blob([content]), MOST_PEOPLE_ROWS);
    expect(readCustomerTable(file.ok ? file.rows : [], listed)).toEqual({
      ...{ ok: true, entries: [], same: listed.length, issues: [] },
    });
  });
});
