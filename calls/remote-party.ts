import * as v from 'valibot';
import { boundedText, clippedText } from './vocabulary/bounded-text.ts';

/** A user of a SIP URI may be a name; no number has half as many digits. */
export const LONGEST_NUMBER = 128;
export const LONGEST_NAME = 200;

/** The other end as signalled. Both fields are its own claim: hostile text, never markup. */
export const remotePartySchema = v.strictObject({
  /**
   * The number, or the user of the SIP URI; empty or a word such as `anonymous` where it is
   * withheld (numbers/withheld.ts). An extension follows as `;ext=`.
   */
  number: boundedText(LONGEST_NUMBER),
  displayName: v.nullable(boundedText(LONGEST_NAME)),
});

export type RemoteParty = Readonly<v.InferOutput<typeof remotePartySchema>>;

/** What a phone system signalled, in the form in which it can be kept. */
export function remoteParty(number: string, displayName: string | null): RemoteParty {
  return {
    number: clippedText(number, LONGEST_NUMBER),
    displayName: displayName === null ? null : clippedText(displayName, LONGEST_NAME),
  };
}

export function isSameParty(one: RemoteParty, other: RemoteParty): boolean {
  return one.number === other.number && one.displayName === other.displayName;
}
