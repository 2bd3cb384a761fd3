import { callEvent } from './event-kind.ts';

/** The agent writes in the wrap-up: it comes back if another call comes in between. */
export const wrapUpBegun = callEvent('wrap-up-begun', {});
