import type { RTCSession } from 'jssip/lib/RTCSession';
import { onHold } from '../sip-front/hold-direction.ts';
import { internalsOf } from './jssip-types.ts';

/**
 * RFC 6337 §5.3: a side that holds says so in its answers too. JsSIP does so only in its offers.
 */
export function holdInAnswers(session: RTCSession): void {
  session.on('sdp', (event) => {
    if (String(event.originator) !== 'local' || String(event.type) !== 'answer') return;
    if (internalsOf(session)._localHold) event.sdp = onHold(event.sdp);
  });
}
