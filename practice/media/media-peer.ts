import {
  type MediaDirection,
  MediaStreamTrack,
  type RTCCertificate,
  type RTCPeerConnection,
  RtpHeader,
  RtpPacket,
} from 'werift';
import { checkNewCandidates, openLoopbackConnection, PCMU } from './loopback-connection.ts';
import type { MulawFrame } from './speaker.ts';

export interface MediaPeer {
  /** A new offer; `direction` is what this side wants from now on. */
  offer(direction: MediaDirection, iceRestart?: boolean): Promise<string>;
  takeAnswer(sdp: string): Promise<void>;
  /** Answers an offer; resolves with the SDP of the answer. */
  answer(sdp: string): Promise<string>;
  send(frame: MulawFrame): void;
  close(): Promise<void>;
}

export interface MediaPeerEvents {
  readonly connected: () => void;
  readonly lost: (why: string) => void;
  readonly audio: (payload: Uint8Array) => void;
  readonly telephoneEvent: (payload: Uint8Array, timestamp: number) => void;
}

/**
 * One end of a WebRTC call: PCMU and telephone-event, host candidates on the loopback address only,
 * no STUN. Peers of one process share a certificate unless one is given.
 */
export function openMediaPeer(events: MediaPeerEvents, certificate: RTCCertificate | null = null): MediaPeer {
  const voice = new MediaStreamTrack({ kind: 'audio' });
  const { connection, transceiver } = openLoopbackConnection(voice, certificate);

  connection.onTrack.subscribe((track) => {
    track.onReceiveRtp.subscribe(({ header, payload }) => {
      if (header.payloadType === PCMU) events.audio(payload);
      else events.telephoneEvent(payload, header.timestamp);
    });
  });
  connection.connectionStateChange.subscribe((state) => {
    if (state === 'connected') events.connected();
    if (state === 'failed' || state === 'disconnected') events.lost(state);
  });

  return {
    async offer(direction, iceRestart = false) {
      transceiver.setDirection(direction);
      await connection.setLocalDescription(await connection.createOffer({ iceRestart }));
      return localSdp(connection);
    },
    async takeAnswer(sdp) {
      await connection.setRemoteDescription({ type: 'answer', sdp });
      checkNewCandidates(connection, events.lost);
    },
    async answer(sdp) {
      await connection.setRemoteDescription({ type: 'offer', sdp });
      transceiver.setDirection('sendrecv');
      await connection.setLocalDescription(await connection.createAnswer());
      checkNewCandidates(connection, events.lost);
      return localSdp(connection);
    },
    send({ payload, sequenceNumber, timestamp, marker }) {
      if (transceiver.currentDirection?.startsWith('send') !== true) return;
      const header = new RtpHeader({ payloadType: PCMU, sequenceNumber, timestamp, marker });
      voice.writeRtp(new RtpPacket(header, Buffer.from(payload)));
    },
    close: () => connection.close(),
  };
}

function localSdp(connection: RTCPeerConnection): string {
  const sdp = connection.localDescription?.sdp;
  if (sdp === undefined) throw new Error('setLocalDescription left no local description');
  return sdp;
}
