import type { ReviewFilter } from '../../components/desk/review-view.ts';
import type { ReviewQuery } from '../../contract/review/reviewed-note.ts';
import { dayOf } from '../../notes/day.ts';

/** Everything of one day. */
export function today(now: number): ReviewFilter {
  const day = dayOf(now);
  return { from: day, to: day, agent: null, family: null, situation: null, open: false };
}

/** Days are the reader's own, midnight to midnight, also where a clock was set forward in between. */
export function reviewQuery(filter: ReviewFilter, after: string): ReviewQuery {
  const { from, to, agent, family, situation, open } = filter;
  const end = new Date(`${to}T00:00`);
  end.setDate(end.getDate() + 1);
  return {
    ...{ from: new Date(`${from}T00:00`).getTime(), to: end.getTime(), after },
    ...(agent === null ? {} : { agent }),
    ...(family === null ? {} : { family }),
    ...(situation === null ? {} : { situation }),
    ...(open ? { open: '1' as const } : {}),
  };
}
