import * as v from 'valibot';
import { callEvent } from './event-kind.ts';

/** A REFER was sent (RFC 3515). */
export const transferStarted = callEvent('transfer-started', {
  target: v.string(),
  kind: v.picklist(['blind', 'attended']),
});
