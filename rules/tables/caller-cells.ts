import type { CallerTitle } from '../../calls/vocabulary/caller-title.ts';

const TITLES: readonly (readonly [CallerTitle, RegExp])[] = [
  ['ms', /(?:女士|小姐|太太|女|(?<![a-z])(?:ms|mrs|miss)\.?)$/i],
  ['mr', /(?:先生|男|(?<![a-z])mr\.?)$/i],
];

/** Null for a cell that names no title. */
export function titleOf(cell: string): CallerTitle | null {
  return TITLES.find(([, ending]) => ending.test(cell))?.[0] ?? null;
}

/** `王女士` in one cell, or surname and title in two. */
export function callerOf(
  surname: string,
  titled: string,
): { readonly surname: string; readonly title: CallerTitle | null } {
  const title = titleOf(titled);
  if (title !== null) return { surname, title };
  const joined = TITLES.find(
    ([, ending]) => ending.test(surname) && surname.replace(ending, '').trim() !== '',
  );
  if (joined === undefined) return { surname, title: null };
  return { surname: surname.replace(joined[1], '').trim(), title: joined[0] };
}

/** Null for a cell that says neither yes nor no. */
export function yesOrNo(cell: string): boolean | null {
  const plain = cell.normalize('NFKC').toLowerCase();
  if (['', '否', '不是', 'no', 'n', 'false', '0'].includes(plain)) return false;
  return ['是', '重要', 'vip', 'yes', 'y', 'true', '1', '√', '✓'].includes(plain) ? true : null;
}
