import { phoneEvent } from './event-kind.ts';

/** The registrar accepted the registration. */
export const registered = phoneEvent('registered', {});
