import * as v from 'valibot';
import { boundedText } from './bounded-text.ts';
import { contactCategorySchema } from './contact-category.ts';
import { wholeInstantSchema } from './instant.ts';

/** `missed`: nobody answered. */
export const contactOutcomeSchema = v.picklist(['settled', 'unsettled', 'missed']);

/** The newest that an agent can use while a call rings. */
export const MOST_TEAM_CONTACTS = 5;

/** An earlier contact with a number, as anybody of the team may know it: nothing that was typed. */
export const teamContactSchema = v.strictObject({
  at: wholeInstantSchema,
  category: v.nullable(contactCategorySchema),
  /** Null: the agent has not said. */
  outcome: v.nullable(contactOutcomeSchema),
  /** Agent number. */
  by: boundedText(80),
});

/** Newest first. */
export const teamContactsSchema = v.pipe(
  v.array(teamContactSchema),
  v.maxLength(MOST_TEAM_CONTACTS),
  v.readonly(),
);

export type ContactOutcome = v.InferOutput<typeof contactOutcomeSchema>;
export type TeamContact = Readonly<v.InferOutput<typeof teamContactSchema>>;
