import * as v from 'valibot';
import { nameText } from '../../calls/vocabulary/bounded-text.ts';
import { baseRevisionSchema } from '../../calls/vocabulary/whole-number.ts';
import { epochSchema } from '../api/sync/epoch.ts';
import { instantSchema, text } from '../team/envelope.ts';
import { changedPlacesSchema, draftAuthorsSchema } from './draft-authors.ts';

const revision = baseRevisionSchema;
/** An unfinished pack: checked only before it is published. */
const content = v.pipe(
  v.record(text(200), v.unknown()),
  v.check((content: { [key: string]: unknown }) => hasNoEndlessNumber(content), 'number'),
);

/** JSON has no endless numbers: they would be stored as null. */
function hasNoEndlessNumber(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(hasNoEndlessNumber);
}

/**
 * Made from `revision` (0: a new draft). `conflict` if there is a newer one; nothing is changed.
 */
export const saveDraftSchema = v.strictObject({
  revision,
  name: nameText(80),
  content,
  /** Places that this save changed: they become its lead's. */
  changed: v.optional(changedPlacesSchema, []),
});
/** `at`: with the revision it names this state, also after a fail-over. */
export const savedDraftSchema = v.strictObject({ revision, at: instantSchema });

const head = {
  id: nameText(80),
  revision,
  name: nameText(80),
  /** Agent number of the lead who last saved it. */
  by: text(40),
  at: instantSchema,
};

export const draftSchema = v.strictObject({
  ...head,
  content,
  authors: v.optional(draftAuthorsSchema, []),
});
export const draftListSchema = v.strictObject({
  drafts: v.array(v.strictObject(head)),
  epoch: epochSchema,
});

export type Draft = Readonly<v.InferOutput<typeof draftSchema>>;
export type SaveDraft = v.InferInput<typeof saveDraftSchema>;
