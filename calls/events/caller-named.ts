import * as v from 'valibot';
import { boundedText } from '../vocabulary/bounded-text.ts';
import { callerTitleSchema } from '../vocabulary/caller-title.ts';
import { callEvent } from './event-kind.ts';

/** The agent typed the caller’s name into the note. */
export const callerNamed = callEvent('caller-named', {
  surname: boundedText(40),
  title: v.nullable(callerTitleSchema),
});
