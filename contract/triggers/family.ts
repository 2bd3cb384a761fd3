import * as v from 'valibot';
import { noteFamilySchema } from '../note.ts';
import { brings } from './brings.ts';

/** The agent said in the note what the contact is about. */
export const familyTriggerSchema = v.strictObject({
  kind: v.literal('family'),
  family: noteFamilySchema,
  brings: brings('suggestion'),
});

export type FamilyTrigger = v.InferOutput<typeof familyTriggerSchema>;
