import type { Pack } from '../../../contract/pack/pack.ts';
import { changedPlaces, touches } from '../../../contract/release/changed-places.ts';
import type { TeamBase } from './kept-draft.ts';

/** Who changed a place of the draft; empty if nobody knows. */
export type AuthorsAt = (place: string) => readonly string[];

/** What the server does not have yet was written here, by `me`. */
export function authorsOfDraft(draft: Pack, shared: TeamBase | null, me: string): AuthorsAt {
  if (shared === null) return () => [me];
  const unsent = new Set(changedPlaces(shared.pack, draft).keys());
  return (place) => {
    const sent = shared.authors.filter((one) => !unsent.has(one.place) && touches(one.place, place));
    const own = [...unsent].some((one) => touches(one, place)) ? [me] : [];
    return [...new Set([...own, ...sent.map(({ by }) => by)])].sort();
  };
}
