import * as v from 'valibot';
import { teamEventKind, text } from '../envelope.ts';

/**
 * The complaint was made major. `wrong-answer`: the department answered wrongly, which counts as
 * no answer.
 */
export const workOrderMadeMajor = teamEventKind('work-order-made-major', {
  why: v.picklist(['wrong-answer', 'judged']),
  remarks: text(2_000),
});
