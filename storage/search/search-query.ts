import { folded } from './search-entry.ts';

/** All conditions must be met. */
export interface SearchQuery {
  readonly words: readonly string[];
  readonly tags: readonly string[];
  /** First and last day in the format of `dayOf`; null for no limit. */
  readonly from: string | null;
  readonly to: string | null;
}

const DAY = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/;

/**
 * One line of typed text. Words are substrings; `#退款` is a tag; `2026-11` or `2026-11-22` is a
 * date; a number may contain dashes. `a..b` is a range of two dates, and either end may be left
 * out.
 */
export function parseSearchQuery(typed: string): SearchQuery {
  const words: string[] = [];
  const tags: string[] = [];
  let from: string | null = null;
  let to: string | null = null;
  for (const token of folded(typed).split(/\s+/).filter(Boolean)) {
    const [first, last] = token.includes('..') ? token.split('..', 2) : [token, token];
    const span = { from: dayBound(first, '01'), to: dayBound(last, '31') };
    const isSpan = token.includes('..') && (span.from !== null || span.to !== null);
    if (token.startsWith('#') && token.length > 1) tags.push(token.slice(1));
    else if (isSpan || span.from !== null) ({ from, to } = span);
    else words.push(/^\+?[\d-]{7,}$/.test(token) ? token.replace(/\D/g, '') : token);
  }
  return { words, tags, from, to };
}

function dayBound(token: string | undefined, dayIfNone: string): string | null {
  const [, year, month, day] = DAY.exec(token ?? '') ?? [];
  if (year === undefined || month === undefined) return null;
  return `${year}-${month.padStart(2, '0')}-${(day ?? dayIfNone).padStart(2, '0')}`;
}
