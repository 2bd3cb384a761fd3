import type { RTCSession } from 'jssip/lib/RTCSession';
import { internalsOf } from './jssip-types.ts';
import { STATUS } from './session-status.ts';

/**
 * Ends a session in whatever state it is: CANCEL, a final response or BYE. JsSIP then reports
 * `failed` or `ended`; the result is false if it did not, and only the caller knows that the call
 * is over.
 */
export function endSession(session: RTCSession, sipStatus: number | null): boolean {
  const inside = internalsOf(session);
  let reported = false;
  const report = () => {
    reported = true;
  };
  session.on('failed', report);
  session.on('ended', report);
  const status = Number(session.status);
  const isOutgoing = String(session.direction) === 'outgoing';
  // The 200 came, but its description is not in use: JsSIP has not sent the ACK, which the BYE
  // needs before it (RFC 3261 §13.2.2.4).
  if (isOutgoing && status === STATUS.confirmed && !inside._is_confirmed) inside.sendRequest('ACK');
  // Not even begun: nothing was sent that could be cancelled.
  if (status !== STATUS.nothingSent || isOutgoing)
    session.terminate(sipStatus === null ? {} : { status_code: sipStatus });
  // A connection stays open where JsSIP ended the session by itself, after a 200 without use.
  session.connection?.close();
  return reported;
}
