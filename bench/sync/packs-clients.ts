/**
 * Listeners of bench/sync-packs.ts in a process of their own: sockets that note when a whole
 * release has come.
 */
import { connect } from 'node:net';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';

/** More listeners, beside those that it has. */
export interface ToClients {
  readonly port: number;
  readonly tokens: readonly string[];
}

export type FromClients =
  | { readonly kind: 'connected' }
  /** When each listener had the whole frame, in milliseconds since the epoch. */
  | { readonly kind: 'arrived'; readonly at: readonly number[] };

/** Parallel connection attempts: the server's queue is not measured. */
const AT_ONCE = 40;
/** Nothing shorter is a release. */
const LEAST_BYTES = 5_000;

let listeners = 0;
let arrived: number[] = [];
const send = (message: FromClients) => process.send?.(message);
/** Shared by all sockets: the cost of a listener is not measured. */
const buffer = Buffer.alloc(65_536);

process.on('message', async ({ port, tokens }: ToClients) => {
  const waiting = [...tokens];
  listeners += tokens.length;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
        await listen(port, token, () => {
          arrived.push(performance.timeOrigin + performance.now());
          if (arrived.length < listeners) return;
          send({ kind: 'arrived', at: arrived });
          arrived = [];
        });
      }
    }),
  );
  send({ kind: 'connected' });
});

/** Resolves when the stream is open. */
function listen(port: number, token: string, whole: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    const read = (length: number) => {
      bytes += length;
      // A frame ends with an empty line, even inside HTTP chunks.
      if (!buffer.subarray(Math.max(0, length - 6), length).includes('\n\n')) return true;
      if (bytes > LEAST_BYTES) whole();
      else if (buffer.subarray(0, length).includes('hello')) resolve();
      bytes = 0;
      return true;
    };
    const socket = connect({ port, host: '127.0.0.1', onread: { buffer, callback: read } });
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.write(
      `GET /v1/events HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n${VERSION_HEADER}: ${SYNC_VERSION}\r\n\r\n`,
    );
  });
}
