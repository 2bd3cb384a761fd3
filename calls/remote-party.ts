/** The other end as signalled. Both fields are the other side's own claim: hostile text, never markup. */
export interface RemoteParty {
  /** User part of the From URI as sent; may be `anonymous` or empty. */
  readonly number: string;
  readonly displayName: string | null;
}
