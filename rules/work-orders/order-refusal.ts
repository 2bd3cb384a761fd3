/** Why an event could not happen to an order. */
export type OrderRefusal =
  | 'opened-twice'
  | 'not-open'
  | 'no-such-way'
  | 'reason-missing'
  | 'report-missing'
  | 'only-not-satisfied';
