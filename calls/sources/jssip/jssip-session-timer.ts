import * as v from 'valibot';
import type { Clock } from '../clock.ts';
import { LEAST_INTERVAL_S } from '../sip-front/session-intervals.ts';

/** RFC 4028 §4 recommends it. */
export const SESSION_EXPIRES_S = 1800;
const LONGEST_SESSION_S = 86_400;
/** While the connection is lost, a refresh that is due waits; then it goes out at once. */
const TRY_AGAIN_MS = 10_000;

type Refresher = 'uac' | 'uas';

/** What JsSIP reads from Session-Expires. */
const expirySchema = v.object({
  session_expires: v.optional(v.nullable(v.pipe(v.number(), v.minValue(1)))),
  session_expires_refresher: v.optional(v.nullable(v.picklist(['uac', 'uas']))),
});

interface Message {
  getHeader(name: string): string | undefined;
}

/** Members that the types of JsSIP leave out. Checked at run time. */
interface TimerInternals {
  readonly _sessionTimers: { running: boolean; currentExpires: number; refresher: boolean };
  _handleSessionTimersInIncomingRequest(request: Message, headers: string[]): void;
  _handleSessionTimersInIncomingResponse(response: Message): void;
  sendRequest(method: string, options: object): void;
}

/** What is used of an RTCSession by its types. */
interface TimedSession {
  readonly contact: string;
  isEnded(): boolean;
  on(event: 'ended' | 'failed', listener: () => void): unknown;
}

interface TimerOptions {
  readonly clock: Clock;
  readonly isConnected: () => boolean;
  /** Refreshes by re-INVITE, for a phone system without UPDATE. */
  readonly reoffer: () => void;
}

/**
 * Session timers (RFC 4028) where the phone system agrees: it then notices by itself that this
 * browser is gone. JsSIP's own timers run without an agreement, and end the call when the
 * connection is lost or a refresh is refused. Here nothing ends a call: consent checks (RFC 7675)
 * detect a dead one sooner.
 */
export function tendSessionTimer(session: TimedSession, options: TimerOptions): void {
  const internals = internalsOf(session);
  const timers = internals._sessionTimers;
  const { clock, isConnected, reoffer } = options;
  let knowsUpdate = false;
  let cancel = () => {};

  const agree = (expiresS: number, refreshes: boolean) => {
    // JsSIP repeats these values in its offers.
    Object.assign(timers, { running: true, currentExpires: expiresS, refresher: refreshes });
    cancel();
    if (refreshes) cancel = clock.after(refreshAfterMs(expiresS), refresh);
  };
  const disagree = () => {
    timers.running = false;
    cancel();
  };
  const refresh = () => {
    if (session.isEnded()) return;
    const connected = isConnected();
    cancel = clock.after(connected ? refreshAfterMs(timers.currentExpires) : TRY_AGAIN_MS, refresh);
    if (!connected) return;
    if (!knowsUpdate) reoffer();
    else {
      internals.sendRequest('UPDATE', {
        extraHeaders: [
          `Contact: ${session.contact}`,
          `Session-Expires: ${timers.currentExpires};refresher=uac`,
        ],
        eventHandlers: {
          onSuccessResponse: (response: Message) => read(response),
          onErrorResponse: () => {},
          onTransportError: () => {},
          onRequestTimeout: () => {},
          onDialogError: () => {},
        },
      });
    }
  };
  const read = (message: Message) => {
    knowsUpdate = knowsUpdate || /\bUPDATE\b/i.test(message.getHeader('allow') ?? '');
    const { expiresS, refresher } = expiryOf(message);
    if (expiresS === null) disagree();
    // Without a word on it, the side that asked refreshes.
    else agree(expiresS, refresher !== 'uas');
  };

  internals._handleSessionTimersInIncomingResponse = read;
  internals._handleSessionTimersInIncomingRequest = (request, headers) => {
    knowsUpdate = knowsUpdate || /\bUPDATE\b/i.test(request.getHeader('allow') ?? '');
    const { expiresS, refresher } = expiryOf(request);
    if (expiresS === null) return disagree();
    // The phone system refreshes if it can: its connection does not depend on this computer.
    const knowsTimers = /\btimer\b/i.test(request.getHeader('supported') ?? '');
    const who = refresher ?? (knowsTimers ? 'uac' : 'uas');
    headers.push(`Session-Expires: ${expiresS};refresher=${who}`);
    if (who === 'uac') headers.push('Require: timer');
    agree(expiresS, who === 'uas');
  };
  session.on('ended', () => cancel());
  session.on('failed', () => cancel());
}

function refreshAfterMs(expiresS: number): number {
  return Math.max(LEAST_INTERVAL_S, expiresS) * 500;
}

function expiryOf(message: object): { expiresS: number | null; refresher: Refresher | null } {
  const parsed = v.safeParse(expirySchema, message);
  const { session_expires: expires, session_expires_refresher: refresher } = parsed.success
    ? parsed.output
    : {};
  return {
    expiresS: expires === undefined || expires === null ? null : Math.min(expires, LONGEST_SESSION_S),
    refresher: refresher ?? null,
  };
}

function internalsOf(session: object): TimerInternals {
  if (!hasInternals(session)) throw new Error('JsSIP has changed inside: session timers');
  return session;
}

function hasInternals(session: object): session is TimerInternals {
  return (
    '_sessionTimers' in session &&
    ['_handleSessionTimersInIncomingRequest', '_handleSessionTimersInIncomingResponse', 'sendRequest'].every(
      (name) => typeof Reflect.get(session, name) === 'function',
    )
  );
}
