import * as v from 'valibot';
import { plainDigits } from '../../calls/numbers/plain-digits.ts';
import { type NewMember, newMemberSchema } from '../../contract/api/members/member.ts';
import { MOST_IMPORTED_MEMBERS } from '../../contract/api/members/member-import.ts';
import { type Role, reaches, roleSchema } from '../../contract/api/members/role.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { sheetRows } from '../tables/sheet-rows.ts';
import { MEMBER_COLUMN_NAMES, MEMBER_COLUMNS, type MemberColumn, ROLE_NAMES } from './member-columns.ts';

export type MemberProblem =
  | 'no-number'
  | 'bad-number'
  | 'twice'
  | 'in-use'
  | 'no-name'
  | 'bad-name'
  | 'unknown-role'
  /** The importer may not give this role. */
  | 'role-not-yours'
  | 'unknown-work-order-role';

export interface MemberIssue {
  /** As a spreadsheet counts, from 1; the headings are row 1. */
  readonly row: number;
  readonly column: MemberColumn;
  /** As it is in the file; hostile text. */
  readonly cell: string;
  readonly why: MemberProblem;
}

export interface MemberEntry {
  readonly row: number;
  readonly member: NewMember;
}

export type MemberReading =
  | {
      readonly ok: true;
      /** Rows without an issue. */
      readonly entries: readonly MemberEntry[];
      readonly issues: readonly MemberIssue[];
    }
  | {
      readonly ok: false;
      readonly reason: 'empty' | 'no-number-column' | 'no-name-column' | 'too-many-rows';
    };

export interface MemberImportRules {
  /** Of the one who imports. */
  readonly role: Role;
  /** Numbers of the members who are in the team. */
  readonly inUse: ReadonlySet<string>;
  readonly workOrders: Pick<Pack['workOrders'], 'owners'>;
}

type CellOf = (column: MemberColumn) => string;
type Problems = readonly (readonly [MemberColumn, MemberProblem | null])[];

/** Rows of a spreadsheet as new members. A row with an issue is nobody. */
export function readMemberTable(
  sheet: readonly (readonly string[])[],
  { role: own, inUse, workOrders }: MemberImportRules,
): MemberReading {
  const { has, rows } = sheetRows(sheet, MEMBER_COLUMNS, MEMBER_COLUMN_NAMES);
  if (sheet.length > 0 && !has('number')) return { ok: false, reason: 'no-number-column' };
  if (sheet.length > 0 && !has('name')) return { ok: false, reason: 'no-name-column' };
  if (rows.length === 0) return { ok: false, reason: 'empty' };
  if (rows.length > MOST_IMPORTED_MEMBERS) return { ok: false, reason: 'too-many-rows' };
  const owners = ownersByName(workOrders);
  const seen = new Set<string>();
  const [entries, issues]: [MemberEntry[], MemberIssue[]] = [[], []];
  for (const { row, cell } of rows) {
    const number = plainDigits(cell('number')).trim();
    const [role, workOrderRole] = [roleOf(cell('role')), owners.get(plainName(cell('workOrderRole')))];
    const problems: Problems = [
      ['number', numberProblem(number, seen, inUse)],
      ['name', nameProblem(cell)],
      ['role', roleProblem(role, own)],
      ['workOrderRole', hasOwner(cell) && workOrderRole === undefined ? 'unknown-work-order-role' : null],
    ];
    seen.add(number);
    const found = problems.flatMap(([column, why]) =>
      why === null ? [] : [{ row, column, cell: cell(column), why }],
    );
    issues.push(...found);
    if (found.length > 0 || role === null) continue;
    const member = { number, name: cell('name'), role };
    entries.push({ row, member: workOrderRole === undefined ? member : { ...member, workOrderRole } });
  }
  return { ok: true, entries, issues };
}

function numberProblem(
  number: string,
  seen: ReadonlySet<string>,
  inUse: ReadonlySet<string>,
): MemberProblem | null {
  if (number === '') return 'no-number';
  if (!v.is(newMemberSchema.entries.number, number)) return 'bad-number';
  if (seen.has(number)) return 'twice';
  return inUse.has(number) ? 'in-use' : null;
}

function nameProblem(cell: CellOf): MemberProblem | null {
  if (cell('name') === '') return 'no-name';
  return v.is(newMemberSchema.entries.name, cell('name')) ? null : 'bad-name';
}

function roleProblem(role: Role | null, own: Role): MemberProblem | null {
  if (role === null) return 'unknown-role';
  return reaches(own, role) ? null : 'role-not-yours';
}

/** Nothing written: an agent. Null for a word that names no role. */
function roleOf(cell: string): Role | null {
  if (cell === '') return 'agent';
  const plain = plainName(cell);
  return roleSchema.options.find((role) => ROLE_NAMES[role].includes(plain)) ?? null;
}

function hasOwner(cell: CellOf): boolean {
  return cell('workOrderRole') !== '';
}

/** By id, and by name in every language of the pack. */
function ownersByName({ owners }: MemberImportRules['workOrders']): ReadonlyMap<string, string> {
  return new Map(
    owners.flatMap(({ id, name }) =>
      [id, ...Object.values(name)].map((one) => [plainName(one), id] as const),
    ),
  );
}

function plainName(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
