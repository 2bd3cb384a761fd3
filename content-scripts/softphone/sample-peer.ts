import * as v from 'valibot';
import type { MediaDirection } from '../../calls/sources/tap/media-direction.ts';
import type { AudioFlow, MediaSample } from '../../calls/sources/tap/media-sample.ts';
import { wholeNumber } from '../../calls/vocabulary/whole-number.ts';

const MOST_STREAMS = 20;
const countSchema = wholeNumber(0, Number.MAX_SAFE_INTEGER);

const receivedSchema = v.object({
  ...{ type: v.literal('inbound-rtp'), kind: v.literal('audio') },
  ...{ ssrc: countSchema, packetsReceived: countSchema },
});
const sentSchema = v.object({
  ...{ type: v.literal('outbound-rtp'), kind: v.literal('audio') },
  ...{ ssrc: countSchema, packetsSent: countSchema },
});

type Peer = Pick<
  RTCPeerConnection,
  'connectionState' | 'getStats' | 'getTransceivers' | 'currentLocalDescription'
>;

/** What the statistics of a peer connection say of its audio now. */
export async function samplePeer(peer: Peer, connection: number): Promise<MediaSample> {
  const received: AudioFlow[] = [];
  const sent: AudioFlow[] = [];
  const stats: ReadonlyMap<string, unknown> = new Map(await peer.getStats());
  for (const entry of stats.values()) {
    const [inbound, outbound] = [v.safeParse(receivedSchema, entry), v.safeParse(sentSchema, entry)];
    if (inbound.success)
      received.push({ ssrc: inbound.output.ssrc, packets: inbound.output.packetsReceived });
    if (outbound.success) sent.push({ ssrc: outbound.output.ssrc, packets: outbound.output.packetsSent });
  }
  return {
    ...{ connection, state: stateOf(peer) },
    ...{ received: received.slice(0, MOST_STREAMS), sent: sent.slice(0, MOST_STREAMS) },
    direction: directionOf(peer),
    offeredBy: peer.currentLocalDescription?.type === 'offer' ? 'local' : 'remote',
  };
}

/** Of a connection that its page closed, or let go. */
export function closedSample(connection: number): MediaSample {
  const nothing = { received: [], sent: [], direction: null, offeredBy: 'local' } as const;
  return { connection, state: 'closed', ...nothing };
}

function stateOf({ connectionState }: Peer): MediaSample['state'] {
  if (connectionState === 'closed') return 'closed';
  return connectionState === 'connected' ? 'connected' : 'away';
}

/** Audio that goes both ways anywhere is not held. */
function directionOf(peer: Peer): MediaDirection | null {
  const directions = peer
    .getTransceivers()
    .flatMap(({ receiver, currentDirection }) =>
      receiver.track.kind !== 'audio' || currentDirection === null || currentDirection === 'stopped'
        ? []
        : [currentDirection],
    );
  return directions.includes('sendrecv') ? 'sendrecv' : (directions[0] ?? null);
}
