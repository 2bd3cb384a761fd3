import { contactsFound } from './events/contacts-found.ts';
import { customerFound } from './events/customer-found.ts';
import type { EventOf } from './events/event-kind.ts';
import { numberRecognised } from './events/number-recognised.ts';

/** What the phone host looked up for a call. */
export const HOST_EVENTS = [numberRecognised, contactsFound, customerFound] as const;

export type HostEvent = EventOf<typeof HOST_EVENTS>;
