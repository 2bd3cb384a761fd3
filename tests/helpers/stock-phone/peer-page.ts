/** A page whose calls only its audio shows: peer connections, with their signalling elsewhere. */
const connections = new Map<string, RTCPeerConnection>();

declare global {
  interface Window {
    peers: typeof peers;
  }
}

const peers = {
  async open(name: string, kind: 'audio' | 'video' | 'data' = 'audio'): Promise<void> {
    const peer = new RTCPeerConnection();
    connections.set(name, peer);
    if (kind === 'data') {
      peer.createDataChannel('chat');
      peer.ontrack = () => {};
      return;
    }
    const stream = kind === 'audio' ? await navigator.mediaDevices.getUserMedia({ audio: true }) : pictures();
    for (const track of stream.getTracks()) peer.addTrack(track, stream);
  },

  offer(name: string): Promise<string> {
    return describe(named(name), 'offer');
  },

  async answer(name: string, sdp: string): Promise<string> {
    await named(name).setRemoteDescription({ type: 'offer', sdp });
    return describe(named(name), 'answer');
  },

  async accept(name: string, sdp: string): Promise<void> {
    await named(name).setRemoteDescription({ type: 'answer', sdp });
  },

  direct(name: string, direction: RTCRtpTransceiverDirection): void {
    for (const transceiver of named(name).getTransceivers()) transceiver.direction = direction;
  },

  /** Packets that came in. */
  async received(name: string): Promise<number> {
    let packets = 0;
    for (const [, entry] of new Map(await named(name).getStats()))
      if (entry.type === 'inbound-rtp') packets += entry.packetsReceived;
    return packets;
  },

  /** Keeps the connection, and sends nothing any more. */
  async quiet(name: string): Promise<void> {
    for (const sender of named(name).getSenders()) await sender.replaceTrack(null);
  },

  close: (name: string) => named(name).close(),

  /** Both ends in this page. */
  async connect(one: string, other: string): Promise<void> {
    await peers.accept(one, await peers.answer(other, await peers.offer(one)));
  },
};
window.peers = peers;

function named(name: string): RTCPeerConnection {
  const peer = connections.get(name);
  if (peer === undefined) throw new Error(`no connection ${name}`);
  return peer;
}

/** With its candidates: nothing is sent later. */
async function describe(peer: RTCPeerConnection, type: 'offer' | 'answer'): Promise<string> {
  await peer.setLocalDescription(await (type === 'offer' ? peer.createOffer() : peer.createAnswer()));
  if (peer.iceGatheringState !== 'complete') {
    await new Promise<void>((resolve) => {
      peer.addEventListener('icegatheringstatechange', () => {
        if (peer.iceGatheringState === 'complete') resolve();
      });
    });
  }
  return peer.localDescription?.sdp ?? '';
}

function pictures(): MediaStream {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  setInterval(() => context?.fillRect(Math.random() * 100, 0, 10, 10), 50);
  return canvas.captureStream(20);
}
