import * as v from 'valibot';
import { callEvent } from './event-kind.ts';

/** The agent chose an option of a branch step. */
export const branchChosen = callEvent('branch-chosen', {
  situation: v.string(),
  step: v.string(),
  option: v.string(),
});
