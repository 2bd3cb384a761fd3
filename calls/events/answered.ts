import { callEvent } from './event-kind.ts';

/** The call is established. */
export const answered = callEvent('answered', {});
