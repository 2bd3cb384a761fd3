import {
  CipherContext,
  HashAlgorithm,
  NamedCurveAlgorithm,
  RTCCertificate,
  SignatureAlgorithm,
} from 'werift';
import { openMediaPeer } from '../../../practice/media/media-peer.ts';
import { openSpeaker } from '../../../practice/media/speaker.ts';
import type { DialledCall } from './dialled-call.ts';
import type { Story } from './story.ts';

/** A second of a loud buzz, µ-law. */
const BUZZ = Uint8Array.from({ length: 8_000 }, (_, at) => (at % 20 < 10 ? 0x00 : 0x80));

/** A callee: a real peer with DTLS and ICE of its own, which speaks until it says otherwise. */
export async function openCallee(story: Story, call: DialledCall, certificate: RTCCertificate | null = null) {
  let [packets, isConnected] = [0, false];
  const events = {
    connected: () => {
      isConnected = true;
    },
    lost: () => {},
    audio: () => {
      packets += 1;
    },
    telephoneEvent: () => {},
  };
  const peer = openMediaPeer(events, certificate ?? (await newCertificate()));
  const speaker = openSpeaker(peer.send);
  speaker.loop(BUZZ);
  story.onEnd.push(() => {
    speaker.stop();
    return peer.close();
  });
  return {
    sdp: await peer.answer(call.invite.body),
    received: () => packets,
    isConnected: () => isConnected,
    speaks: () => {
      speaker.resumePackets();
      speaker.loop(BUZZ);
    },
    /** Packets go on, without a sound in them. */
    isSilent: () => speaker.hush(),
    stopsSending: () => speaker.stopPackets(),
    leaves: () => {
      speaker.stop();
      return peer.close();
    },
  };
}

export async function newCertificate(): Promise<RTCCertificate> {
  const { certPem, keyPem, signatureHash } = await CipherContext.createSelfSignedCertificateWithKey(
    { signature: SignatureAlgorithm.ecdsa_3, hash: HashAlgorithm.sha256_4 },
    NamedCurveAlgorithm.secp256r1_23,
  );
  return new RTCCertificate(keyPem, certPem, signatureHash);
}
