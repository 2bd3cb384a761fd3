import * as v from 'valibot';
import { callerTitleSchema } from '../vocabulary/caller-title.ts';
import { callEvent } from './event-kind.ts';

/** The agent typed the caller’s name into the note. */
export const callerNamed = callEvent('caller-named', {
  surname: v.string(),
  title: v.nullable(callerTitleSchema),
});
