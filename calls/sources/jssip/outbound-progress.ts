import type { Clock } from '../clock.ts';
import { watchEarlyMedia } from './early-media.ts';
import { onInviteResponse } from './invite-response.ts';
import type { JssipCall } from './jssip-call.ts';

/**
 * Reports how an outbound call comes along: that the other side rings, and that its network can be
 * heard. Other provisional answers (181, 182, 183) say neither by themselves.
 */
export function reportProgress(call: JssipCall, clock: Clock): void {
  const { session } = call;
  const isEarly = () => call.now?.state === 'dialling' || call.now?.state === 'remote-ringing';
  onInviteResponse(session, (status) => {
    if (status === 180 && isEarly()) call.report({ type: 'remote-ringing', earlyMedia: false });
  });
  let watched = false;
  session.on('sdp', ({ originator }) => {
    if (watched || String(originator) !== 'remote') return;
    watched = true;
    const onPackets = () => call.report({ type: 'remote-ringing', earlyMedia: true });
    watchEarlyMedia({ connection: session.connection, clock, isEarly, onPackets });
  });
}
