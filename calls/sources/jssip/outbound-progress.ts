import type { Clock } from '../clock.ts';
import { EarlyMedia } from './early-media.ts';
import { onInviteResponse } from './invite-response.ts';
import type { JssipCall } from './jssip-call.ts';

/**
 * Reports how an outbound call comes along: that the other side rings, and whether its network can
 * be heard. Other provisional answers (181, 182, 183) say neither by themselves.
 */
export function reportProgress(call: JssipCall, clock: Clock): void {
  const { session } = call;
  const isEarly = () => call.now?.state === 'dialling' || call.now?.state === 'remote-ringing';
  let [rang, isAudible] = [false, false];
  let media: EarlyMedia | null = null;
  onInviteResponse(session, (status) => {
    if (status !== 180 || !isEarly()) return;
    rang = true;
    media?.onRinging();
    call.report({ type: 'remote-ringing', earlyMedia: isAudible });
  });
  session.on('sdp', ({ originator }) => {
    if (media !== null || String(originator) !== 'remote') return;
    const onChange = (audible: boolean) => {
      isAudible = audible;
      // Without a 180 nothing rings, and silence stays silence (RFC 3960 §3.2).
      if (audible || rang) call.report({ type: 'remote-ringing', earlyMedia: audible });
    };
    media = new EarlyMedia({ connection: session.connection, clock, isEarly, onChange });
  });
}
