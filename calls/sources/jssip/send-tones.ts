import { C } from 'jssip';
import type { JssipCall } from './jssip-call.ts';

/** Tones in the audio (RFC 4733), or as SIP INFO. */
export function sendTones({ session, config }: JssipCall, tones: string): void {
  const senders = session.connection.getSenders();
  // Without telephone-event in the answer the tones cannot go with the audio; INFO still works.
  const inAudio = config.dtmf === 'rfc4733' && senders.some(({ dtmf }) => dtmf?.canInsertDTMF);
  session.sendDTMF(tones, inAudio ? { transportType: C.DTMF_TRANSPORT.RFC2833 } : {});
}
