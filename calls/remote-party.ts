import * as v from 'valibot';

/** The other end as signalled. Both fields are its own claim: hostile text, never markup. */
export const remotePartySchema = v.strictObject({
  /** User part of the From URI as sent; may be `anonymous` or empty. */
  number: v.string(),
  displayName: v.nullable(v.string()),
});

export type RemoteParty = Readonly<v.InferOutput<typeof remotePartySchema>>;
