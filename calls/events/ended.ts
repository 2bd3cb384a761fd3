import { callEndSchema } from '../call-end.ts';
import { callEvent } from './event-kind.ts';

/** The call is over. */
export const ended = callEvent('ended', { end: callEndSchema });
