import * as v from 'valibot';
import { revisionSchema } from '../../calls/vocabulary/whole-number.ts';
import type { Pack } from '../pack/pack.ts';
import { instantSchema, text } from '../team/envelope.ts';

/**
 * Grows by one when the pack schema accepts something that an older extension refuses. An older
 * extension still uses a pack of a newer one, unless the pack contains something new.
 */
export const PACK_FORM = 2;

/** Canaries and scheduled releases that one release can end. */
export const MOST_ENDED = 50;

const digestSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** A first group, or everybody. It is signed, so widening it is a new release. */
const audienceSchema = v.variant('to', [
  v.strictObject({ to: v.literal('team') }),
  v.strictObject({ to: v.literal('group'), agents: v.pipe(v.array(text(40)), v.minLength(1)) }),
]);

/** A release without its pack, which is parsed separately to locate its problems. */
export const releaseHeadSchema = v.strictObject({
  team: v.pipe(text(80), v.minLength(1)),
  /** Grows by one with every release of the team, also with a rollback. */
  sequence: revisionSchema,
  issuedAt: instantSchema,
  /** Not accepted after this time. In use it stays in use, and the panel says that it is old. */
  expiresAt: instantSchema,
  /** Null: at once. */
  startsAt: v.nullable(instantSchema),
  audience: audienceSchema,
  /** Change note for the agents, written by the lead. */
  message: text(2_000),
  /** Agent number of the lead. */
  by: text(40),
  /** Digest of the release that its audience had in use; null: the shipped pack. */
  parent: v.nullable(digestSchema),
  packForm: revisionSchema,
  /** The release whose changes this one repeats on top of a newer pack, and its lead. */
  rebases: v.exactOptional(v.strictObject({ sequence: revisionSchema, by: text(40) })),
  /** Canaries and scheduled releases that the lead ended with this one, knowingly. */
  ends: v.exactOptional(v.pipe(v.array(revisionSchema), v.minLength(1), v.maxLength(MOST_ENDED))),
});

/** A published script pack. Its version is the pack's. */
export type ReleaseBody = Readonly<v.InferOutput<typeof releaseHeadSchema>> & { readonly pack: Pack };

export type Audience = ReleaseBody['audience'];

/** A release whose signature was verified. */
export interface Release extends ReleaseBody {
  readonly digest: string;
  readonly signedBy: string;
}
