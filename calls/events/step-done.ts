import * as v from 'valibot';
import { callEvent, packIdSchema } from './event-kind.ts';

/**
 * `done`: said or done; the wait of the step, if it has one, begins. `skipped`: left without doing
 * it. `waited`: its wait ran out. `interrupted`: speech or an answer ended its wait or the script.
 */
export const stepEndSchema = v.picklist(['done', 'skipped', 'waited', 'interrupted']);

/** A step of a script was left behind. */
export const stepDone = callEvent('step-done', {
  situation: packIdSchema,
  step: packIdSchema,
  how: stepEndSchema,
});
