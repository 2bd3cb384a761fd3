import * as v from 'valibot';
import { LONGEST_NUMBER } from '../remote-party.ts';
import { boundedText } from '../vocabulary/bounded-text.ts';
import { callEvent } from './event-kind.ts';

/** A REFER was sent (RFC 3515). */
export const transferStarted = callEvent('transfer-started', {
  target: boundedText(LONGEST_NUMBER),
  kind: v.picklist(['blind', 'attended']),
});
