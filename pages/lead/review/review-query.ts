import type { ReviewQuery } from '../../../contract/api/review/reviewed-note.ts';
import { numberOfDay, startOfDay } from '../../../rules/time/local-time.ts';
import { dayOf } from '../../../storage/notes/day.ts';
import { zoneHere } from '../../session/zone-of.ts';
import type { ReviewFilter } from './review-view.ts';

/** The filter for all notes of one day. */
export function today(now: number): ReviewFilter {
  const day = dayOf(now);
  return { from: day, to: day, agent: null, category: null, situation: null, open: false };
}

/**
 * Days go from midnight to midnight of the team's clock, also when it is set forward in between.
 */
export function reviewQuery(filter: ReviewFilter, after: string): ReviewQuery {
  const { from, to, agent, category, situation, open } = filter;
  const zone = zoneHere();
  return {
    ...{ from: startOfDay(numberOfDay(from), zone), to: startOfDay(numberOfDay(to) + 1, zone), after },
    ...(agent === null ? {} : { agent }),
    ...(category === null ? {} : { category }),
    ...(situation === null ? {} : { situation }),
    ...(open ? { open: '1' as const } : {}),
  };
}
