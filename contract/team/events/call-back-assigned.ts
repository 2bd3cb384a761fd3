import * as v from 'valibot';
import { teamEventKind, text } from '../envelope.ts';

/** Another agent makes the call; null: whoever has time. */
export const callBackAssigned = teamEventKind('call-back-assigned', { to: v.nullable(text(40)) });
