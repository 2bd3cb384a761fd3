import { callEvent, packIdSchema } from './event-kind.ts';

/** The agent chose an option of a branch step. */
export const branchChosen = callEvent('branch-chosen', {
  situation: packIdSchema,
  step: packIdSchema,
  option: packIdSchema,
});
