import { i18n } from '#i18n';
import type { CallerTitle } from '../../../calls/vocabulary/caller-title.ts';
import type { NoteSearch, ReviewQuery } from '../../../contract/api/review/reviewed-note.ts';
import { numberOfDay } from '../../../contract/pack/day-number.ts';
import { dayOfNumber, startOfDay } from '../../../rules/time/local-time.ts';
import { dayOf } from '../../../storage/notes/day.ts';
import { zoneHere } from '../../session/zone-of.ts';
import type { ReviewFilter } from './review-view.ts';

/** A search goes back so far, unless other days were chosen. */
const SEARCHED_DAYS = 30;
const MOST_WORDS = 5;
const LONGEST_WORD = 40;

/** The filter for all notes of one day. */
export function today(now: number): ReviewFilter {
  const day = dayOf(now);
  const any = { agent: null, category: null, situation: null, outcome: null } as const;
  return { words: '', from: day, to: day, ...any };
}

/** The filter after a change by hand: the first words look back over the last weeks as well. */
export function narrowed(before: ReviewFilter, change: Partial<ReviewFilter>): ReviewFilter {
  const after = { ...before, ...change };
  if (before.words !== '' || after.words === '' || after.from !== after.to) return after;
  return { ...after, from: dayOfNumber(numberOfDay(after.to) - SEARCHED_DAYS) };
}

/**
 * Days go from midnight to midnight of the team's clock, also when it is set forward in between.
 */
export function reviewQuery(filter: ReviewFilter, after: string): ReviewQuery {
  const { from, to, agent, category, situation, outcome } = filter;
  const zone = zoneHere();
  return {
    ...{ from: startOfDay(numberOfDay(from), zone), to: startOfDay(numberOfDay(to) + 1, zone), after },
    ...(agent === null ? {} : { agent }),
    ...(category === null ? {} : { category }),
    ...(situation === null ? {} : { situation }),
    ...(outcome === null ? {} : { outcome }),
  };
}

/** The query with the words that were typed; null where nothing was. */
export function noteSearch(filter: ReviewFilter, after: string): NoteSearch | null {
  const { title, words } = readTyped(filter.words);
  if (words.length === 0) return null;
  return { ...reviewQuery(filter, after), words, ...(title === null ? {} : { title }) };
}

/** A number is one word, also with spaces; notes keep a title apart from its name. */
function readTyped(typed: string): { readonly title: CallerTitle | null; readonly words: string[] } {
  const text = typed.trim();
  if (/^[\d\s().+-]+$/.test(text)) return { title: null, words: text === '' ? [] : [cut(text)] };
  for (const title of ['mr', 'ms'] as const) {
    const name = withoutTitle(text, title);
    if (name !== '' && name !== text) return { title, words: split(name) };
  }
  return { title: null, words: split(text) };
}

/** `王女士` and `Ms Wang` without the title. */
function withoutTitle(text: string, title: CallerTitle): string {
  const [before = '', after = ''] = i18n.t(`caller.${title}`, { surname: '\n' }).toLowerCase().split('\n');
  const lower = text.toLowerCase();
  const isTitled = text.length > before.length + after.length;
  if (!isTitled || !lower.startsWith(before) || !lower.endsWith(after)) return text;
  return text.slice(before.length, text.length - after.length).trim();
}

function split(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
    .map(cut);
}

function cut(word: string): string {
  return word.slice(0, LONGEST_WORD);
}
