import { lineVerdictSchema } from '../line-verdict.ts';
import { lineEvent } from './event-kind.ts';

/** The verdict on the line changed. `confidence` is that of the verdict. */
export const lineJudged = lineEvent('line-judged', { verdict: lineVerdictSchema });
