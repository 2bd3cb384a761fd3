import type { TeamEvent } from './team-event.ts';

/** The order of a team's ledger, the same in every browser: by time, then by id. For `sort`. */
export function orderEvents(a: TeamEvent, b: TeamEvent): number {
  if (a.at !== b.at) return a.at - b.at;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
