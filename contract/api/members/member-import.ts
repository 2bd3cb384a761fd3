import * as v from 'valibot';
import { wholeNumber } from '../../../calls/vocabulary/whole-number.ts';
import { idSchema } from '../sync/sync-item.ts';
import { enrolmentCodeSchema, newEnrolmentCodeSchema } from './enrolment.ts';
import { memberSchema, newMemberSchema } from './member.ts';

/** Of one file. */
export const MOST_IMPORTED_MEMBERS = 10_000;
/** Of one request: each may carry a set-up of 20 kB. */
export const MOST_CODES = 100;

export const memberImportSchema = v.strictObject({
  members: v.pipe(v.array(newMemberSchema), v.minLength(1), v.maxLength(MOST_IMPORTED_MEMBERS)),
});

/** A member who cannot be added; `at` is the place in the request, from 0. */
export const refusedMemberSchema = v.strictObject({
  at: wholeNumber(0, MOST_IMPORTED_MEMBERS - 1),
  /** `twice`: an earlier one of the request has the number; `in-use`: somebody of the team. */
  why: v.picklist(['twice', 'in-use', 'not-allowed']),
});

/** All are added, or nobody and `refused` says why. */
export const memberImportAnswerSchema = v.strictObject({
  added: v.pipe(v.array(memberSchema), v.maxLength(MOST_IMPORTED_MEMBERS)),
  refused: v.pipe(v.array(refusedMemberSchema), v.maxLength(MOST_IMPORTED_MEMBERS)),
});

export const newCodesSchema = v.strictObject({
  codes: v.pipe(
    v.array(v.strictObject({ member: idSchema, ...newEnrolmentCodeSchema.entries })),
    v.minLength(1),
    v.maxLength(MOST_CODES),
  ),
});

/** Without those who left meanwhile. */
export const codesAnswerSchema = v.strictObject({
  codes: v.pipe(
    v.array(v.strictObject({ member: idSchema, ...enrolmentCodeSchema.entries })),
    v.maxLength(MOST_CODES),
  ),
});

export type RefusedMember = Readonly<v.InferOutput<typeof refusedMemberSchema>>;
export type NewCodes = v.InferOutput<typeof newCodesSchema>;
