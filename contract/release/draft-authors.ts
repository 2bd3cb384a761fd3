import * as v from 'valibot';
import { instantSchema, text } from '../team/envelope.ts';

/** A place as `changedPlaces` names it. */
export const placeSchema = v.pipe(text(400), v.minLength(1));

const MOST_PLACES = 1_000;

/** The places that one save changed; too many are named by what contains them. */
export const changedPlacesSchema = v.pipe(v.array(placeSchema), v.maxLength(MOST_PLACES));

/** Who changed a place of a draft last. */
export const draftAuthorSchema = v.strictObject({ place: placeSchema, by: text(40), at: instantSchema });

/** The newest are kept; a draft with more changes than this has lost count of who wrote it. */
const MOST_AUTHORS = 4_000;
export const draftAuthorsSchema = v.pipe(v.array(draftAuthorSchema), v.maxLength(MOST_AUTHORS));

export type DraftAuthor = Readonly<v.InferOutput<typeof draftAuthorSchema>>;

/** After a lead changed these places. */
export function withAuthor(
  authors: readonly DraftAuthor[],
  changed: readonly string[],
  by: string,
  at: number,
): DraftAuthor[] {
  const places = new Set(changed);
  const others = authors.filter(({ place }) => !places.has(place));
  return [...others, ...[...places].map((place) => ({ place, by, at }))].slice(-MOST_AUTHORS);
}

/** Few enough for one save: else the entries or fields of the pack that contain the places. */
export function namedPlaces(places: Iterable<string>): string[] {
  for (const depth of [Number.POSITIVE_INFINITY, 4, 2]) {
    const named = [...new Set([...places].map((place) => place.split('/').slice(0, depth).join('/')))];
    if (named.length <= MOST_PLACES && named.every((place) => place.length <= 400)) return named;
  }
  return [...new Set([...places].map((place) => place.split('/', 1)[0] ?? place))].slice(0, MOST_PLACES);
}
