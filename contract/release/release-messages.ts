import * as v from 'valibot';
import { countSchema } from '../../calls/vocabulary/whole-number.ts';
import { instantSchema, text } from '../team/envelope.ts';
import { releaseHeadSchema } from './release.ts';

const count = countSchema;
const version = text(40);

/** A pack with every language is a tenth of it. */
export const MOST_DOCUMENT_CHARACTERS = 4_000_000;

/** Lists of signers that a device keeps, to offer them with a release. */
export const MOST_HELD_LISTS = 20;
/** Of a list that a device keeps. */
export const MOST_LIST_CHARACTERS = 200_000;

/** A signed document as text: `signRelease` or `signTeamKeys`, decoded as UTF-8. */
export const publishSchema = v.strictObject({ document: text(MOST_DOCUMENT_CHARACTERS) });
export const publishedSchema = v.strictObject({ sequence: count, digest: text(64) });

/** A release that a device holds, with the lists of signers that it has, oldest first. */
export const offerSchema = v.strictObject({
  lists: v.pipe(v.array(text(MOST_LIST_CHARACTERS)), v.maxLength(MOST_HELD_LISTS)),
  document: text(MOST_DOCUMENT_CHARACTERS),
});
export const offeredSchema = v.strictObject({ stored: v.boolean() });

/** Newest first, without the packs. */
export const releaseHistorySchema = v.strictObject({
  releases: v.array(v.strictObject({ ...releaseHeadSchema.entries, digest: text(64), version })),
});

/** For this device: the newest release that has started, and those that start later. */
export const dueReleasesSchema = v.strictObject({
  releases: v.array(v.strictObject({ sequence: count, digest: text(64) })),
});

export const afterQuerySchema = v.strictObject({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)), '0'),
});

/** Lists of signers, oldest first, for applyTeamKeys one by one. */
export const teamKeyListsSchema = v.strictObject({ documents: v.array(text(MOST_DOCUMENT_CHARACTERS)) });

/** A lead's browser shows its public key, so that the root can put it on the list. */
export const signerSchema = v.strictObject({ key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)) });
export const signersSchema = v.strictObject({
  signers: v.array(v.strictObject({ ...signerSchema.entries, holder: text(40), shownAt: instantSchema })),
});

/** Status of one release on one device. Sent with every connection; repeats change nothing. */
export const receiptSchema = v.variant('status', [
  v.strictObject({
    status: v.literal('in-use'),
    sequence: count,
    since: instantSchema,
    /** When the agent dismissed the change note; null while it is unread. */
    readAt: v.nullable(instantSchema),
  }),
  /** Accepted, but waiting for its start or for the end of a call. */
  v.strictObject({ status: v.literal('waiting'), sequence: count, since: instantSchema }),
  v.strictObject({
    status: v.literal('refused'),
    sequence: count,
    since: instantSchema,
    reason: v.picklist(['tampered', 'foreign', 'needs-newer-extension', 'invalid', 'older', 'expired']),
  }),
]);

export const receiptsSchema = v.strictObject({
  receipts: v.array(v.strictObject({ agent: text(40), device: text(80), receipt: receiptSchema })),
});

export type Receipt = Readonly<v.InferOutput<typeof receiptSchema>>;
export type DueReleases = Readonly<v.InferOutput<typeof dueReleasesSchema>>;
