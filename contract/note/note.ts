import * as v from 'valibot';
import { callEndSchema } from '../../calls/call-end.ts';
import { callIdSchema, packIdSchema } from '../../calls/events/event-kind.ts';
import { stepEndSchema } from '../../calls/events/step-done.ts';
import { lineTroubleSchema } from '../../calls/line-troubles.ts';
import { LONGEST_NUMBER, remotePartySchema } from '../../calls/remote-party.ts';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { callerTitleSchema } from '../../calls/vocabulary/caller-title.ts';
import { contactCategorySchema } from '../../calls/vocabulary/contact-category.ts';
import { durationSchema, wholeInstantSchema } from '../../calls/vocabulary/instant.ts';
import { countSchema } from '../../calls/vocabulary/whole-number.ts';
import { detailFieldSchema } from '../pack/follow-up.ts';
import { idSchema } from '../pack/id.ts';
import { localizedTextSchema } from '../pack/localized-text.ts';
import { clockOffsetSchema } from '../team/clock-offset.ts';
import { adherenceSchema } from './adherence.ts';

/** Longest text of a note, and its other limits: the fields that take it have the same. */
export const NOTE_LIMITS = {
  surname: 40,
  text: 20_000,
  tag: 40,
  tags: 30,
  contactNumber: LONGEST_NUMBER,
  detail: 500,
  adherenceComment: 500,
};

/**
 * What the agent types or picks. Every field can be changed at any time, by hand, and by nobody
 * else; only an empty `contactNumber` is filled where the phone system names the caller later.
 */
export const noteFieldsSchema = v.strictObject({
  surname: boundedText(NOTE_LIMITS.surname),
  title: v.nullable(callerTitleSchema),
  text: boundedText(NOTE_LIMITS.text),
  category: v.nullable(contactCategorySchema),
  tags: v.pipe(v.array(boundedText(NOTE_LIMITS.tag)), v.maxLength(NOTE_LIMITS.tags)),
  /** Where to reach the caller, if not at the number that rang. */
  contactNumber: boundedText(NOTE_LIMITS.contactNumber),
  /** What else the caller was asked for; a field that is absent is empty. */
  details: v.optional(v.record(detailFieldSchema, boundedText(NOTE_LIMITS.detail)), {}),
  /** Settled in the first call; null until the agent says. */
  settled: v.nullable(v.boolean()),
  satisfied: v.nullable(v.boolean()),
  /** What the agent says about the score of the call; absent: nothing. */
  adherenceComment: v.exactOptional(boundedText(NOTE_LIMITS.adherenceComment)),
});

/** Its name as it was then: a later pack may call it otherwise. */
const calledHotlineSchema = v.strictObject({ id: idSchema, name: localizedTextSchema });

/** What is known when the note is born, with the first ring. A walk-in has no call. */
export const noteBirthSchema = v.strictObject({
  id: boundedText(80),
  /** This and every other instant of a note is by the device's clock. */
  createdAt: wholeInstantSchema,
  /** Server clock minus device clock then, as the device knew it; absent where it did not. */
  offset: v.exactOptional(clockOffsetSchema),
  contact: v.variant('kind', [
    v.strictObject({
      kind: v.literal('call'),
      call: callIdSchema,
      direction: v.picklist(['inbound', 'outbound']),
      /** As signalled: hostile text. */
      ...remotePartySchema.entries,
      startedAt: wholeInstantSchema,
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
  rings: v.nullable(countSchema),
  queuedMs: v.nullable(durationSchema),
  answeredAt: v.nullable(wholeInstantSchema),
  endedAt: wholeInstantSchema,
  end: callEndSchema,
  holds: v.strictObject({ count: countSchema, totalMs: durationSchema }),
  mutes: v.strictObject({ count: countSchema, totalMs: durationSchema }),
  /** Ids of the situations that came up, in the order of their first time. */
  situations: v.array(packIdSchema),
  steps: v.array(
    v.strictObject({
      situation: packIdSchema,
      step: packIdSchema,
      how: stepEndSchema,
    }),
  ),
  /** The agent hung up while steps of the script were pending. */
  forcedHangUps: countSchema,
  /** Empty where nothing was wrong or nothing listened, and in notes from before the ear. */
  line: v.optional(v.array(lineTroubleSchema), []),
  /** For whom a diverted call rang first. */
  originalTarget: v.optional(v.nullable(remotePartySchema), null),
  /**
   * The score against the handbook; absent until the wrap-up is finished. Never shown to customers.
   */
  adherence: v.exactOptional(adherenceSchema),
});

export const noteSchema = v.strictObject({
  ...noteBirthSchema.entries,
  ...noteFieldsSchema.entries,
  /** Grows by one with every stored change; 1 at birth. */
  revision: countSchema,
  updatedAt: wholeInstantSchema,
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
  details: {},
  settled: null,
  satisfied: null,
};
