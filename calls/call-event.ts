import type * as v from 'valibot';
import { answered } from './events/answered.ts';
import { answering } from './events/answering.ts';
import { dialling } from './events/dialling.ts';
import { diverted } from './events/diverted.ts';
import { ended } from './events/ended.ts';
import type { callIdSchema, EventOf } from './events/event-kind.ts';
import { held } from './events/held.ts';
import { muted } from './events/muted.ts';
import { registered } from './events/registered.ts';
import { registrationLost } from './events/registration-lost.ts';
import { remotePartyChanged } from './events/remote-party-changed.ts';
import { remoteRinging } from './events/remote-ringing.ts';
import { resumed } from './events/resumed.ts';
import { ringing } from './events/ringing.ts';
import { transferFailed } from './events/transfer-failed.ts';
import { transferStarted } from './events/transfer-started.ts';
import { turnedAway } from './events/turned-away.ts';
import { unmuted } from './events/unmuted.ts';
import type { instantSchema } from './vocabulary/instant.ts';

export type CallId = v.InferOutput<typeof callIdSchema>;

export type Instant = v.InferOutput<typeof instantSchema>;

/** What a phone reports about one call. */
export const CALL_EVENTS = [
  ringing,
  diverted,
  remotePartyChanged,
  turnedAway,
  dialling,
  remoteRinging,
  answering,
  answered,
  held,
  resumed,
  muted,
  unmuted,
  transferStarted,
  transferFailed,
  ended,
] as const;

/** What a phone reports about itself. */
export const PHONE_EVENTS = [registered, registrationLost] as const;

export type CallEvent = EventOf<typeof CALL_EVENTS>;
export type PhoneEvent = EventOf<typeof PHONE_EVENTS>;
