import type { SipHeader } from '../sip/message.ts';

/** What the exchange understands inside a call. */
export const ALLOW = 'INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, REFER, NOTIFY, UPDATE';

export const SDP_HEADER: SipHeader = { name: 'content-type', value: 'application/sdp' };

/** An offer as from a PBX that trickles: ICE credentials, but no candidate. */
export function withoutCandidates(sdp: string): string {
  return sdp.replace(/a=(?:candidate:.*|end-of-candidates)\r\n/g, '');
}
