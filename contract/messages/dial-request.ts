import * as v from 'valibot';
import { numberInText } from '../numbers/number-in-text.ts';

/** What the script in a web page may say, and nothing else: a number was pressed there. */
const pageMessageSchema = v.strictObject({
  to: v.literal('dial'),
  number: v.pipe(v.string(), v.maxLength(60), v.transform(numberInText), v.string()),
});

/** A number from a page, waiting for the agent's word in the panel. Nothing dials by itself. */
export const dialRequestSchema = v.strictObject({
  number: v.string(),
  /** Host of the page; empty for a file. */
  from: v.string(),
  at: v.number(),
});

export type DialRequest = v.InferOutput<typeof dialRequestSchema>;

/** After so long it was not meant any more. */
const REQUEST_LASTS_MS = 60_000;

/** The number in a message from a page; null for anything else. */
export function parsePageMessage(message: unknown): string | null {
  const parsed = v.safeParse(pageMessageSchema, message);
  return parsed.success ? parsed.output.number : null;
}

/** The wish as far as it stands at `now`. */
export function dialRequestAt(request: DialRequest | null, now: number): DialRequest | null {
  return request !== null && now - request.at < REQUEST_LASTS_MS ? request : null;
}
