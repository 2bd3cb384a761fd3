import * as v from 'valibot';
import { callEndSchema } from '../../calls/call-end.ts';
import { stepEndSchema } from '../../calls/events/step-done.ts';
import { lineTroubleSchema } from '../../calls/line-troubles.ts';
import { remotePartySchema } from '../../calls/remote-party.ts';
import { callerTitleSchema } from '../../calls/vocabulary/caller-title.ts';
import { contactCategorySchema } from '../../calls/vocabulary/contact-category.ts';
import { idSchema } from '../pack/id.ts';
import { localizedTextSchema } from '../pack/localized-text.ts';

/** Milliseconds since the epoch. */
const instant = v.pipe(v.number(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const duration = v.pipe(v.number(), v.minValue(0));

/**
 * What the agent types or picks. Every field can be changed at any time, by hand, and by nobody
 * else; only an empty `contactNumber` is filled where the phone system names the caller later.
 */
export const noteFieldsSchema = v.strictObject({
  surname: v.pipe(v.string(), v.maxLength(40)),
  title: v.nullable(callerTitleSchema),
  text: v.pipe(v.string(), v.maxLength(20_000)),
  category: v.nullable(contactCategorySchema),
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(30)),
  /** Where to reach the caller, if not at the number that rang. */
  contactNumber: v.pipe(v.string(), v.maxLength(64)),
  /** Settled in the first call; null until the agent says. */
  settled: v.nullable(v.boolean()),
  satisfied: v.nullable(v.boolean()),
});

/** Its name as it was then: a later pack may call it otherwise. */
const calledHotlineSchema = v.strictObject({ id: idSchema, name: localizedTextSchema });

/** What is known when the note is born, with the first ring. A walk-in has no call. */
export const noteBirthSchema = v.strictObject({
  id: v.string(),
  createdAt: instant,
  contact: v.variant('kind', [
    v.strictObject({
      kind: v.literal('call'),
      call: v.string(),
      direction: v.picklist(['inbound', 'outbound']),
      /** As signalled: hostile text. */
      number: v.string(),
      displayName: v.nullable(v.string()),
      startedAt: instant,
      /** The hotline that the caller dialled; absent where the pack names none for the number. */
      hotline: v.exactOptional(calledHotlineSchema),
    }),
    v.strictObject({ kind: v.literal('walk-in') }),
  ]),
});

/**
 * What the phone host computed from the journal when the call was over. Never typed, never
 * changed.
 */
export const noteFactsSchema = v.strictObject({
  /** Rings begun before the answer or the end; null for an outbound call. */
  rings: v.nullable(count),
  queuedMs: v.nullable(duration),
  answeredAt: v.nullable(instant),
  endedAt: instant,
  end: callEndSchema,
  holds: v.strictObject({ count, totalMs: duration }),
  mutes: v.strictObject({ count, totalMs: duration }),
  /** Ids of the situations that came up, in the order of their first time. */
  situations: v.array(v.string()),
  steps: v.array(
    v.strictObject({
      situation: v.string(),
      step: v.string(),
      how: stepEndSchema,
    }),
  ),
  /** The agent hung up while steps of the script were pending. */
  forcedHangUps: count,
  /** Empty where nothing was wrong or nothing listened, and in notes from before the ear. */
  line: v.optional(v.array(lineTroubleSchema), []),
  /** For whom a diverted call rang first. */
  originalTarget: v.optional(v.nullable(remotePartySchema), null),
});

export const noteSchema = v.strictObject({
  ...noteBirthSchema.entries,
  ...noteFieldsSchema.entries,
  /** Grows by one with every stored change; 1 at birth. */
  revision: count,
  updatedAt: instant,
  /** Null until wrap-up, and for a walk-in. */
  facts: v.nullable(noteFactsSchema),
});

export type NoteFields = Readonly<v.InferOutput<typeof noteFieldsSchema>>;
export type NoteBirth = Readonly<v.InferOutput<typeof noteBirthSchema>>;
export type NoteContact = NoteBirth['contact'];
export type NoteFacts = Readonly<v.InferOutput<typeof noteFactsSchema>>;
export type Note = Readonly<v.InferOutput<typeof noteSchema>>;

export const EMPTY_FIELDS: NoteFields = {
  surname: '',
  title: null,
  text: '',
  category: null,
  tags: [],
  contactNumber: '',
  settled: null,
  satisfied: null,
};
