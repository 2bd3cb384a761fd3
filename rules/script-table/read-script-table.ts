import * as v from 'valibot';
import { idSchema } from '../../contract/pack/id.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import { linesOf, tagsOf } from './cell-lines.ts';
import { type TextProblem, textProblem } from './check-cell.ts';
import type { ScriptColumn, ScriptMapping } from './script-columns.ts';
import { type ScriptImport, SituationRows } from './situation-rows.ts';

export interface ScriptCellIssue {
  /** As a spreadsheet counts, from 1; the headings are row 1. */
  readonly row: number;
  readonly column: ScriptColumn;
  /** As it is in the file; hostile text. */
  readonly cell: string;
  readonly why: TextProblem | 'no-title' | 'nothing-said' | 'unknown-group' | 'bad-id' | 'too-many-steps';
}

export interface ScriptTable {
  readonly rows: readonly (readonly string[])[];
  readonly mapping: ScriptMapping;
}

export type ScriptReading =
  /** `read`: rows without an issue; the others are not in the pack. */
  | {
      readonly ok: true;
      readonly pack: Pack;
      readonly read: number;
      readonly issues: readonly ScriptCellIssue[];
    }
  | { readonly ok: false; readonly reason: 'empty' | 'no-title-column' | 'no-text-column' };

type CellOf = (column: ScriptColumn) => string;

/**
 * Rows of a spreadsheet as situations of a pack: a row is a sentence, or an instruction. Nothing of
 * the pack is removed, and what is in it already stays as it is.
 */
export function readScriptTable({ rows, mapping }: ScriptTable, into: ScriptImport): ScriptReading {
  const filled = rows
    .map((cells, at) => ({ cells, row: at + 1 }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return { ok: false, reason: 'empty' };
  const has = (column: ScriptColumn) => mapping.includes(column);
  if (!has('title') && !has('situation')) return { ok: false, reason: 'no-title-column' };
  if (!has('text') && !has('note')) return { ok: false, reason: 'no-text-column' };
  const issues: ScriptCellIssue[] = [];
  const made = new SituationRows(into);
  let current: Situation | null = null;
  let read = 0;
  for (const { cells, row } of filled) {
    const cellOf: CellOf = (column) => (cells[mapping.indexOf(column)] ?? '').trim();
    const found = issuesOf(cellOf, row, current, into);
    if (found.length === 0) {
      current = made.situationOf(cellOf, current);
      if (made.apply(current, cellOf)) {
        read += 1;
        continue;
      }
      found.push({ row, column: 'step', cell: cellOf('step'), why: 'too-many-steps' });
    }
    issues.push(...found);
  }
  return { ok: true, pack: made.pack(), read, issues };
}

function issuesOf(
  cellOf: CellOf,
  row: number,
  current: Situation | null,
  { pack, groups }: ScriptImport,
): ScriptCellIssue[] {
  const forbidden = pack.courtesy.forbiddenPhrases.map(({ phrase }) => phrase);
  const problems: readonly (readonly [ScriptColumn, ScriptCellIssue['why'] | null])[] = [
    ['title', textProblem(cellOf('title'), [])],
    ['text', textProblem(cellOf('text'), forbidden)],
    ['note', textProblem(cellOf('note'), [])],
    ...linesOf(cellOf('prohibitions')).map((line) => ['prohibitions', textProblem(line, [])] as const),
    ['tags', tagsOf(cellOf('tags')).some((tag) => tag.length > 100) ? 'too-long' : null],
    ['group', cellOf('group') === '' || groups.has(cellOf('group').toLowerCase()) ? null : 'unknown-group'],
    ['situation', isId(cellOf('situation')) ? null : 'bad-id'],
    ['step', isId(cellOf('step')) ? null : 'bad-id'],
    ['title', hasTitle(cellOf, current, pack) ? null : 'no-title'],
    ['text', saysNothing(cellOf) ? 'nothing-said' : null],
  ];
  return problems.flatMap(([column, why]) =>
    why === null ? [] : [{ row, column, cell: cellOf(column), why }],
  );
}

/** A joined cell is written in its first row: the others belong to the same situation. */
function hasTitle(cellOf: CellOf, current: Situation | null, { situations }: Pack): boolean {
  if (cellOf('title') !== '') return true;
  const id = cellOf('situation');
  return id === '' ? current !== null : situations.some((one) => one.id === id);
}

function saysNothing(cellOf: CellOf): boolean {
  return (['text', 'note', 'prohibitions'] as const).every((column) => cellOf(column) === '');
}

function isId(text: string): boolean {
  return text === '' || v.is(idSchema, text);
}
