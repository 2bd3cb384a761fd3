import * as v from 'valibot';
import { teamEventKind, text } from '../envelope.ts';
import { handoverLineSchema } from '../handover-line.ts';

/** The leaving shift signed the sheet. From then on it does not change. */
export const handoverSigned = teamEventKind('handover-signed', {
  name: text(80),
  remarks: text(5_000),
  asked: text(5_000),
  lines: v.pipe(v.array(handoverLineSchema), v.maxLength(500)),
});
