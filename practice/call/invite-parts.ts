import type { SipHeader } from '../../calls/sources/sip/message.ts';

/** The methods that the exchange supports inside a call. */
export const ALLOW = 'INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, REFER, NOTIFY, UPDATE';

export const SDP_HEADER: SipHeader = { name: 'content-type', value: 'application/sdp' };

/** An offer like that of a PBX with a public address: ICE credentials without candidates. */
export function withoutCandidates(sdp: string): string {
  return sdp.replace(/a=(?:candidate:.*|end-of-candidates)\r\n/g, '');
}
