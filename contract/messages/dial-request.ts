import * as v from 'valibot';
import { LONGEST_NUMBER } from '../../calls/remote-party.ts';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { instantSchema } from '../../calls/vocabulary/instant.ts';
import { numberInText } from '../numbers/number-in-text.ts';

/** The only message of the content script: a number was pressed in a page. */
const pageMessageSchema = v.strictObject({
  to: v.literal('dial'),
  number: v.pipe(boundedText(60), v.transform(numberInText), boundedText(LONGEST_NUMBER)),
});

/**
 * A number from a page that waits for the agent's confirmation in the panel. Nothing is dialled
 * without it.
 */
export const dialRequestSchema = v.strictObject({
  number: boundedText(LONGEST_NUMBER),
  /** Host of the page; empty for a file. */
  from: boundedText(260),
  at: instantSchema,
});

export type DialRequest = v.InferOutput<typeof dialRequestSchema>;

/** An older request is dropped. */
const REQUEST_LASTS_MS = 60_000;

/** The number in a message from a page; null for anything else. */
export function parsePageMessage(message: unknown): string | null {
  const parsed = v.safeParse(pageMessageSchema, message);
  return parsed.success ? parsed.output.number : null;
}

/** The request, or null if it has expired at `now`. */
export function dialRequestAt(request: DialRequest | null, now: number): DialRequest | null {
  return request !== null && now - request.at < REQUEST_LASTS_MS ? request : null;
}
