import { teamEventKind, text } from '../envelope.ts';

/** The call-back is not needed any more. */
export const callBackDropped = teamEventKind('call-back-dropped', { reason: text(500) });
