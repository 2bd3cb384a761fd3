/** A message that an RFC prints, and what a phone must do with it. */
export interface RfcMessage {
  /** The name that the RFC gives it. */
  readonly name: string;
  /** RFC and section. */
  readonly rfc: string;
  readonly text: string;
  /**
   * Statuses that are right; `final`: any final one (a call that rings is cancelled); `none`:
   * a response, or a request that nobody can answer.
   */
  readonly answer: readonly number[] | 'final' | 'none';
}

/** The message with the line ends of SIP. Backslashes are as printed. */
export function message(name: string, rfc: string, answer: RfcMessage['answer'], text: string): RfcMessage {
  return { name, rfc, answer, text: text.replace(/^\n/, '').replace(/\r?\n/g, '\r\n') };
}

/** The session description that most of RFC 4475's INVITEs carry; 150 bytes on the wire. */
export const SDP_4475 = `v=0
o=mhandley 29739 7272939 IN IP4 192.0.2.1
s=-
c=IN IP4 192.0.2.1
t=0 0
m=audio 49217 RTP/AVP 0 12
m=video 3227 RTP/AVP 31
a=rtpmap:31 LPC
`;
