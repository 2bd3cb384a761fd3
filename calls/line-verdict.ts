import * as v from 'valibot';
import { shareSchema } from './events/event-kind.ts';
import { durationSchema } from './vocabulary/instant.ts';

/** As measured: late and doubled packets put a share outside 0…1. Null where it is not known. */
export const readingSchema = v.nullable(v.pipe(v.number(), v.minValue(-1e6), v.maxValue(1e6)));

/** What a finding rests on. Levels are means in dBFS (0 dB: full scale). */
const lineEvidenceSchema = v.strictObject({
  /** Level of the remote party's speech, without pauses. */
  speechDbfs: readingSchema,
  /** Level while the remote party does not speak. */
  noiseDbfs: readingSchema,
  /**
   * 95th less 10th percentile of the remote level, dB: small for a steady noise, large for a voice
   * with pauses.
   */
  spreadDb: readingSchema,
  /** How long the remote party has not spoken. */
  silentMs: durationSchema,
  /** How long no RTP packet has come; 0 while they come. */
  noPacketsMs: durationSchema,
  lossShare: readingSchema,
  jitterMs: readingSchema,
  /** Share of the samples played that the receiver made up. */
  concealedShare: readingSchema,
});

/**
 * What is wrong with the line. Each finding leads to a script or a repair of its own: a voice that
 * is not heard has many causes, and only one of them is a silent caller.
 */
const lineFindingSchema = v.picklist([
  /** Somebody is heard, or too little is known yet. */
  'clear',
  /** One side put the call on hold: what is heard means nothing. */
  'on-hold',
  /** No RTP packet arrives: a fault of the network or of the other phone, not of the caller. */
  'no-media',
  /** Packets arrive, and nobody speaks. */
  'nobody-speaks',
  'faint',
  'noisy',
  'packets-lost',
  /** The agent talks and is muted. */
  'agent-muted',
]);

export const lineVerdictSchema = v.strictObject({
  finding: lineFindingSchema,
  confidence: shareSchema,
  evidence: lineEvidenceSchema,
});

export type LineFinding = v.InferOutput<typeof lineFindingSchema>;
export type LineEvidence = Readonly<v.InferOutput<typeof lineEvidenceSchema>>;
export type LineVerdict = Readonly<v.InferOutput<typeof lineVerdictSchema>>;
