import * as v from 'valibot';
import type { Instant } from '../../calls/call-event.ts';
import { readNumber } from '../../calls/numbers/read-number.ts';
import { typedNumber } from '../../calls/numbers/typed-number.ts';
import { LONGEST_NUMBER } from '../../calls/remote-party.ts';
import type { CallerTitle } from '../../calls/vocabulary/caller-title.ts';
import { numberForm } from '../../contract/numbers/number-form.ts';
import { daySchema } from '../../contract/pack/calendar-day.ts';
import { numberOfDay } from '../../contract/pack/day-number.ts';
import { callerOf, yesOrNo } from '../tables/caller-cells.ts';
import { sheetRows } from '../tables/sheet-rows.ts';
import { momentOf as localMoment } from '../time/local-time.ts';
import type { Zone } from '../time/zone-offset.ts';
import { LIST_COLUMN_NAMES, LIST_COLUMNS, type ListColumn } from './list-columns.ts';

/** A file with more is several lists. */
export const MOST_LIST_ROWS = 500;

/** One customer to call. */
export interface ListEntry {
  /** As a spreadsheet counts, from 1; the headings are row 1. */
  readonly row: number;
  readonly number: string;
  readonly surname: string;
  readonly title: CallerTitle | null;
  /** Empty: that of the list. */
  readonly matter: string;
  /** Null: that of the list. */
  readonly dueAt: Instant | null;
  readonly agent: string | null;
  readonly vip: boolean;
}

export type CellProblem =
  | 'no-number'
  | 'bad-number'
  | 'twice'
  | 'too-long'
  | 'bad-time'
  | 'past'
  | 'bad-agent'
  | 'bad-vip';

export interface CellIssue {
  readonly row: number;
  readonly column: ListColumn;
  /** As it is in the file; hostile text. */
  readonly cell: string;
  readonly why: CellProblem;
}

export type ListReading =
  | { readonly ok: true; readonly entries: readonly ListEntry[]; readonly issues: readonly CellIssue[] }
  | { readonly ok: false; readonly reason: 'empty' | 'no-number-column' | 'too-many-rows' };

const LONGEST = { surname: 40, matter: 2_000, agent: 40 } as const;
/** Beyond it a date is a mistyped year. */
const MOST_AHEAD_MS = 366 * 86_400_000;
/** Of a day without an hour. */
const MORNING_MINUTES = 10 * 60;

/** Rows of a spreadsheet as customers to call. A row with an issue is no entry. */
export function readCallBackList(
  rows: readonly (readonly string[])[],
  now: Instant,
  utcOffsetMinutes: Zone,
): ListReading {
  const { has, rows: filled } = sheetRows(rows, LIST_COLUMNS, LIST_COLUMN_NAMES);
  if (rows.length > 0 && !has('number')) return { ok: false, reason: 'no-number-column' };
  if (filled.length === 0) return { ok: false, reason: 'empty' };
  if (filled.length > MOST_LIST_ROWS) return { ok: false, reason: 'too-many-rows' };
  const seen = new Set<string>();
  const [entries, issues]: [ListEntry[], CellIssue[]] = [[], []];
  for (const { cell, row } of filled) {
    const found = readRow(cell, row, { seen, now, utcOffsetMinutes });
    issues.push(...found.issues);
    if (found.issues.length === 0) entries.push(found.entry);
  }
  return { ok: true, entries, issues };
}

interface Reading {
  /** Numbers of earlier rows. */
  readonly seen: Set<string>;
  readonly now: Instant;
  readonly utcOffsetMinutes: Zone;
}

function readRow(
  cell: (column: ListColumn) => string,
  row: number,
  reading: Reading,
): { readonly entry: ListEntry; readonly issues: readonly CellIssue[] } {
  const issues: CellIssue[] = [];
  const issue = (column: ListColumn, why: CellProblem | null) => {
    if (why !== null) issues.push({ row, column, cell: cell(column), why });
  };
  issue('number', numberProblem(cell('number'), reading.seen));
  for (const column of ['surname', 'matter'] as const) {
    issue(column, cell(column).length > LONGEST[column] ? 'too-long' : null);
  }
  const agent = cell('agent').normalize('NFKC');
  issue('agent', /^\P{C}{0,40}$/u.test(agent) ? null : 'bad-agent');
  const dueAt = cell('time') === '' ? null : momentOf(cell('time'), reading.utcOffsetMinutes);
  issue('time', cell('time') === '' ? null : timeProblem(dueAt, reading.now));
  const vip = yesOrNo(cell('vip'));
  issue('vip', vip === null ? 'bad-vip' : null);
  const entry = {
    ...{ row, number: typedNumber(cell('number')), matter: cell('matter'), dueAt, vip: vip === true },
    ...callerOf(cell('surname'), cell('title')),
    agent: agent === '' ? null : agent,
  };
  return { entry, issues };
}

function numberProblem(text: string, seen: Set<string>): CellProblem | null {
  if (text === '') return 'no-number';
  const form = text.length > LONGEST_NUMBER || readNumber(text) === null ? null : numberForm(text);
  if (form === null) return 'bad-number';
  if (seen.has(form)) return 'twice';
  seen.add(form);
  return null;
}

function timeProblem(at: Instant | null, now: Instant): CellProblem | null {
  if (at === null || at > now + MOST_AHEAD_MS) return 'bad-time';
  return at <= now ? 'past' : null;
}

const MOMENT =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]+(\d{1,2})\s*[:时時]\s*(\d{2})?.*)?$/;

/** A day, or a day and a time, on the local clock. */
function momentOf(text: string, utcOffsetMinutes: Zone): Instant | null {
  const [, year = '', month = '', date = '', hour, minute] = MOMENT.exec(text.normalize('NFKC')) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (!v.is(daySchema, day)) return null;
  const minutes = hour === undefined ? MORNING_MINUTES : Number(hour) * 60 + Number(minute ?? 0);
  if (minutes >= 24 * 60 || Number(minute ?? 0) > 59) return null;
  return localMoment(numberOfDay(day), minutes, utcOffsetMinutes);
}
