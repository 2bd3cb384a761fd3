import type { CallId } from './call-event.ts';

/** What an agent (or a rule on the agent's behalf) asks the phone to do. */
export type CallCommand =
  | { readonly type: 'dial'; readonly target: string }
  | { readonly type: 'answer'; readonly call: CallId }
  /**
   * 486 Busy Here: try another device; 603 Decline: nowhere; 480: temporarily unavailable. RFC
   * 3261 §21.4.19, §21.6.2.
   */
  | { readonly type: 'reject'; readonly call: CallId; readonly sipStatus: 480 | 486 | 603 }
  | { readonly type: 'hang-up'; readonly call: CallId }
  | { readonly type: 'hold'; readonly call: CallId }
  | { readonly type: 'resume'; readonly call: CallId }
  | { readonly type: 'mute'; readonly call: CallId }
  | { readonly type: 'unmute'; readonly call: CallId }
  /** Digits, `*`, `#`, A–D; RFC 4733 events or SIP INFO as the settings say. */
  | { readonly type: 'send-dtmf'; readonly call: CallId; readonly tones: string }
  | { readonly type: 'transfer-blind'; readonly call: CallId; readonly target: string }
  /** Joins `call` and `other`; the agent leaves both. RFC 5589 §7. */
  | { readonly type: 'transfer-attended'; readonly call: CallId; readonly other: CallId };

export type CommandRefusal =
  | 'no-such-call'
  | 'wrong-state'
  | 'another-call-is-up'
  | 'hold-refused'
  | 'microphone-denied'
  | 'no-microphone'
  /** The browser did not open the microphone in time. */
  | 'microphone-timeout'
  /** A step took too long and was given up. */
  | 'timed-out'
  | 'offline'
  | 'not-registered'
  | 'bad-target'
  | 'bad-tones'
  | 'refused-by-remote'
  | 'no-host'
  /** The call is operated in another program, such as the page of a softphone. */
  | 'watch-only'
  /** The script still owes the caller something; a held press ends the call all the same. */
  | 'script-steps-pending';

export type CommandResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: CommandRefusal; readonly sipStatus?: number };
