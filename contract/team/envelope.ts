import * as v from 'valibot';

/** Milliseconds since the epoch. */
export const instantSchema = v.pipe(v.number(), v.minValue(0));

/** Free text that a person typed; hostile wherever it is shown. */
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

/**
 * What every team event carries. Events are never changed: the same id is the same event, however often and by which way it
 * arrives, and a team's ledger is the union of what its browsers wrote, in the order of (at, id).
 */
export const envelope = {
  id: v.pipe(v.string(), v.uuid()),
  /** The work order, call-back, warning, handover or agent that it is about. */
  subject: text(80),
  at: instantSchema,
  /** Number of the agent who wrote it. */
  by: text(40),
};
