import type { AdherenceLine } from '../../contract/note/adherence.ts';

/** Points gained of those that could be gained. */
export interface AdherenceScore {
  readonly gained: number;
  readonly of: number;
  /** 0…100, rounded; null where nothing was judged. */
  readonly score: number | null;
}

export function adherenceScore(lines: readonly AdherenceLine[]): AdherenceScore {
  let gained = 0;
  let of = 0;
  for (const line of lines) {
    if (line.outcome === 'not-applicable') continue;
    of += line.points;
    if (line.outcome === 'held') gained += line.points;
  }
  return { gained, of, score: of === 0 ? null : Math.round((100 * gained) / of) };
}
