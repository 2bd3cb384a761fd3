import type { RTCSession } from 'jssip/lib/RTCSession';
import type { FailureCause } from '../../call-end.ts';
import { checkOffer } from '../sip-front/offer-check.ts';
import { internalsOf } from './jssip-types.ts';
import { STATUS } from './session-status.ts';

/**
 * Refuses answers that a browser accepts and then stays silent with: without a codec of its own, or
 * with the audio declined. JsSIP ends a call whose description cannot be set: ACK, then BYE.
 */
export function checkAnswers(session: RTCSession, onUnusable: (cause: FailureCause) => void): void {
  session.on('sdp', (event) => {
    if (String(event.originator) !== 'remote' || String(event.type) !== 'answer') return;
    const check = checkOffer(event.sdp);
    if (check.ok) return;
    event.sdp = '';
    const isFirst = Number(session.status) === STATUS.confirmed && !internalsOf(session)._is_confirmed;
    if (isFirst) onUnusable(check.reason === 'unreadable' ? 'media-failed' : check.reason);
  });
}
