import type { SipMessage } from '../sip/message.ts';
import { attributes, type MediaSection, readDescription } from '../sip-front/media-sections.ts';
import { sdpOf } from '../sip-front/sdp-body.ts';

/** Who sends audio, from the side of the one who wrote the description (RFC 3264 §5.1). */
export type MediaDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

const DIRECTIONS: readonly MediaDirection[] = ['sendrecv', 'sendonly', 'recvonly', 'inactive'];
const NULL_ADDRESS = /^c=IN +(?:IP4 +0\.0\.0\.0|IP6 +::(?:0(?:\.0\.0\.0)?)?)\s*(?:\/|$)/;
/** Browsers write it beside 0.0.0.0 while they have no candidate (RFC 8840 §4.1.1). */
const DISCARD_PORT = 9;

/** The direction of the audio in the body of a message; null where it describes none. */
export function audioDirection(message: SipMessage): MediaDirection | null {
  const sdp = sdpOf(message);
  const description = sdp === null || sdp === '' ? null : readDescription(sdp);
  const audio = description?.media.find(({ kind, port }) => kind === 'audio' && port !== 0);
  if (description === null || audio === undefined) return null;
  const { session } = description;
  const written = directionIn(audio.lines) ?? directionIn(session) ?? 'sendrecv';
  return isNullAddress(audio, session) ? withoutReceiving(written) : written;
}

function directionIn(lines: readonly string[]): MediaDirection | undefined {
  return DIRECTIONS.find((direction) => attributes(lines, direction).length > 0);
}

/** The hold of RFC 2543: packets to nowhere (RFC 3264 §8.4). */
function isNullAddress({ port, lines }: MediaSection, session: readonly string[]): boolean {
  const address = [...lines, ...session].find((line) => line.startsWith('c='));
  return port !== DISCARD_PORT && address !== undefined && NULL_ADDRESS.test(address.trimEnd());
}

function withoutReceiving(direction: MediaDirection): MediaDirection {
  if (direction === 'sendrecv') return 'sendonly';
  return direction === 'recvonly' ? 'inactive' : direction;
}
