import * as v from 'valibot';
import type { Pack } from '../pack/pack.ts';
import { instantSchema, text } from '../team/envelope.ts';

/**
 * Grows by one when the schema of packs takes something that an older extension refuses. A pack from a newer desk is used
 * by an older extension all the same, as long as it holds nothing new.
 */
export const PACK_FORM = 1;

const digestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** The first group, or everybody. Widening a release is a new one: who gets what is signed, too. */
const audienceSchema = v.variant('to', [
  v.strictObject({ to: v.literal('team') }),
  v.strictObject({ to: v.literal('group'), agents: v.pipe(v.array(text(40)), v.minLength(1)) }),
]);

/** A release but for its pack, which is told apart so that each of its problems has a place. */
export const releaseHeadSchema = v.strictObject({
  team: v.pipe(text(80), v.minLength(1)),
  /** Grows by one with every release of the team, also with one that brings an older pack back. */
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1)),
  issuedAt: instantSchema,
  /** Not taken from here on; one in use stays in use, and the panel says that it is old. */
  expiresAt: instantSchema,
  /** Null: at once. */
  startsAt: v.nullable(instantSchema),
  audience: audienceSchema,
  /** What has changed, to the agents, in the lead's words. */
  message: text(2_000),
  /** Agent number of the lead. */
  by: text(40),
  /** Digest of the release on screen when this one was written; null for the first. */
  parent: v.nullable(digestSchema),
  packForm: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** A script pack as a lead sends it out. Its version is the pack's. */
export type ReleaseBody = Readonly<v.InferOutput<typeof releaseHeadSchema>> & { readonly pack: Pack };

export type Audience = ReleaseBody['audience'];

/** A release whose signature was seen to hold. */
export interface Release extends ReleaseBody {
  readonly digest: string;
  readonly signedBy: string;
}
