import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { wholeInstantSchema } from '../../calls/vocabulary/instant.ts';
import { seqSchema } from '../../calls/vocabulary/whole-number.ts';
import { clockOffsetSchema } from './clock-offset.ts';

/** Milliseconds since the epoch, whole. */
export const instantSchema = wholeInstantSchema;

/** Free text that a person typed; hostile wherever it is shown. */
export const text = boundedText;

/** Position in the order of a team's events. */
export const eventSeqSchema = seqSchema;

/** What the device writes on every team event. Events never change: one id, one event. */
const deviceEnvelope = {
  id: v.pipe(v.string(), v.uuid()),
  /** The work order, call-back, warning, handover sheet, notice or agent that it is about. */
  subject: text(80),
  /** Number of the agent who wrote it. */
  by: text(40),
  /** The device's clock. */
  at: instantSchema,
  /** Server clock minus device clock, as the device knew it; null where it never measured. */
  offset: v.nullable(clockOffsetSchema),
  /** The newest `seq` of the team that the device had; 0 for none. */
  seen: seqSchema,
  /** Names the script pack in force on the device: what it judged stays judged by that pack. */
  pack: text(80),
};

/** What the server adds when it receives the event. Absent while the event is not synced. */
const serverEnvelope = {
  /** Position in the order of the team. */
  seq: v.exactOptional(seqSchema),
  /** The server's clock. */
  receivedAt: v.exactOptional(instantSchema),
  /**
   * Proves to the server that it once took this event as it is: any device of the team may bring it
   * back after the server's database has lost it.
   */
  receipt: v.exactOptional(text(64)),
  /** When parts of it were erased, with a person's number: `REDACTED` stands in their place. */
  redactedAt: v.exactOptional(wholeInstantSchema),
};

/** One type of team event. A change of its fields gets a new version and a migration. */
export function teamEventKind<const T extends string, const E extends v.ObjectEntries>(type: T, fields: E) {
  const own = { type: v.literal(type), v: v.literal(1), ...deviceEnvelope, ...fields };
  return {
    type,
    /** As the device sends it. */
    written: v.strictObject(own),
    /** As it is stored on devices and pulled from the server. */
    schema: v.strictObject({ ...own, ...serverEnvelope }),
  };
}

/** Keys of the envelope, which the maker of events adds. */
export type EnvelopeKey = 'v' | keyof typeof deviceEnvelope | keyof typeof serverEnvelope;
