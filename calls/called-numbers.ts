import * as v from 'valibot';
import { boundedText } from './vocabulary/bounded-text.ts';

/** The caller's network names them: hostile text. */
export const calledNumbersSchema = v.pipe(v.array(v.pipe(boundedText(64), v.minLength(1))), v.maxLength(10));
