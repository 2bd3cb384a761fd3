import type { CallId } from '../../calls/call-event.ts';
import type { Settings } from '../settings/settings.ts';
import type { ScheduledClock } from './scheduled-clock.ts';

/** The badge's text: one glyph, because colour alone is not enough. */
export type BadgeState = 'idle' | 'ringing' | 'in-call' | 'out';

/**
 * Requests of the phone host and the pages to the background, sent with `runtime.sendMessage`: an
 * offscreen document has no API for storage, alarms or notifications.
 */
export type BackgroundRequest =
  | { readonly to: 'background'; readonly kind: 'load-settings' }
  | { readonly to: 'background'; readonly kind: 'session-get'; readonly key: string }
  | { readonly to: 'background'; readonly kind: 'session-set'; readonly key: string; readonly value: string }
  | { readonly to: 'background'; readonly kind: 'session-remove'; readonly key: string }
  | {
      readonly to: 'background';
      readonly kind: 'ring-started';
      readonly call: CallId;
      /** Already masked: a notification may be seen by anybody. */
      readonly caller: string;
      /** True where it is answered in another program. */
      readonly watchOnly: boolean;
    }
  | { readonly to: 'background'; readonly kind: 'ring-ended'; readonly call: CallId }
  /** The page about a caller; in front of the others only where the agent has just acted. */
  | {
      readonly to: 'background';
      readonly kind: 'screen-pop';
      readonly url: string;
      readonly inFront: boolean;
    }
  | {
      readonly to: 'background';
      readonly kind: 'status';
      readonly badge: BadgeState;
      readonly liveCalls: number;
    }
  /**
   * `complete` is false while part of the team log is locked: clocks that are not named then stay
   * scheduled.
   */
  | {
      readonly to: 'background';
      readonly kind: 'schedule-clocks';
      readonly clocks: readonly ScheduledClock[];
      readonly complete: boolean;
      /** Server clock minus device clock, ms: the clocks are in the server's time. */
      readonly offset: number;
    }
  | { readonly to: 'background'; readonly kind: 'ensure-host' }
  /** Ends the phone host even if it lives, and starts a new one. */
  | { readonly to: 'background'; readonly kind: 'restart-host' }
  | { readonly to: 'background'; readonly kind: 'host-started' }
  /** The host could not start: it is closed, and started again after a pause. */
  | { readonly to: 'background'; readonly kind: 'host-failed'; readonly reason: HostFailure };

/** Why a phone host could not start: what it could not read, or a private window. */
export type HostFailure = 'store' | 'settings' | 'private' | 'other';

/** The answer to each kind of request. */
export interface BackgroundReply {
  readonly 'load-settings': Settings;
  readonly 'session-get': string | null;
  readonly 'session-set': null;
  readonly 'session-remove': null;
  readonly 'ring-started': null;
  readonly 'ring-ended': null;
  readonly 'screen-pop': null;
  readonly status: null;
  readonly 'schedule-clocks': null;
  readonly 'ensure-host': null;
  readonly 'restart-host': null;
  readonly 'host-started': null;
  readonly 'host-failed': null;
}

/** What the background sends back: the reply, or that it could not do what was asked. */
export type BackgroundAnswer =
  | { readonly ok: true; readonly reply: BackgroundReply[keyof BackgroundReply] }
  | { readonly ok: false; readonly error: string };

const KINDS: Readonly<Record<BackgroundRequest['kind'], true>> = {
  'load-settings': true,
  'session-get': true,
  'session-set': true,
  'session-remove': true,
  'ring-started': true,
  'ring-ended': true,
  'screen-pop': true,
  status: true,
  'schedule-clocks': true,
  'ensure-host': true,
  'restart-host': true,
  'host-started': true,
  'host-failed': true,
};

/** True for a message to the background. Other contexts receive messages by the same API. */
export function isBackgroundRequest(message: unknown): message is BackgroundRequest {
  if (typeof message !== 'object' || message === null) return false;
  if (!('to' in message) || message.to !== 'background' || !('kind' in message)) return false;
  return typeof message.kind === 'string' && message.kind in KINDS;
}
