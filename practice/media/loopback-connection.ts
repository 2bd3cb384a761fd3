import {
  type MediaStreamTrack,
  type RTCCertificate,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  type RTCRtpTransceiver,
} from 'werift';

/** Static payload type of PCMU (RFC 3551 §6). */
export const PCMU = 0;
const TELEPHONE_EVENT = 101;
const LOOPBACK = '127.0.0.1';

export interface LoopbackConnection {
  readonly connection: RTCPeerConnection;
  readonly transceiver: RTCRtpTransceiver;
}

/**
 * A peer connection with PCMU and telephone-event. It has only host candidates of 127.0.0.1 and no
 * STUN server.
 */
export function openLoopbackConnection(
  voice: MediaStreamTrack,
  certificate: RTCCertificate | null = null,
): LoopbackConnection {
  const connection = new RTCPeerConnection({
    ...(certificate === null ? {} : { certificates: [certificate] }),
    codecs: {
      audio: [
        new RTCRtpCodecParameters({
          mimeType: 'audio/PCMU',
          clockRate: 8000,
          channels: 1,
          payloadType: PCMU,
        }),
        new RTCRtpCodecParameters({
          mimeType: 'audio/telephone-event',
          clockRate: 8000,
          payloadType: TELEPHONE_EVENT,
          parameters: '0-15',
        }),
      ],
    },
    iceServers: [],
    iceUseIpv4: false,
    iceUseIpv6: false,
    iceAdditionalHostAddresses: [LOOPBACK],
    iceInterfaceAddresses: { udp4: LOOPBACK },
  });
  const transceiver = connection.addTransceiver(voice, { direction: 'sendrecv' });
  // Without a STUN server of ours werift 0.25 asks a public one and waits 5 s for it.
  for (const { connection: ice } of connection.iceTransports) delete ice.stunServer;
  return { connection, transceiver };
}

/**
 * werift 0.25 does not check the candidates of an ICE restart while DTLS is connected, so start it
 * here.
 */
export function checkNewCandidates(connection: RTCPeerConnection, lost: (why: string) => void): void {
  for (const { state, iceTransport } of connection.dtlsTransports) {
    if (state !== 'connected' || iceTransport.connection.nominated !== undefined) continue;
    iceTransport.start().catch((error: unknown) => lost(String(error)));
  }
}
