import * as v from 'valibot';

/** The other end as signalled. Both fields are its own claim: hostile text, never markup. */
export const remotePartySchema = v.strictObject({
  /**
   * The number, or the user of the SIP URI; empty or a word such as `anonymous` where it is
   * withheld (numbers/withheld.ts). An extension follows as `;ext=`.
   */
  number: v.string(),
  displayName: v.nullable(v.string()),
});

export type RemoteParty = Readonly<v.InferOutput<typeof remotePartySchema>>;

export function isSameParty(one: RemoteParty, other: RemoteParty): boolean {
  return one.number === other.number && one.displayName === other.displayName;
}
