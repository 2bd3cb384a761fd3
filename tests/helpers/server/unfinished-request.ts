import { connect } from 'node:net';
import { SYNC_VERSION, VERSION_HEADER } from '../../../contract/api/sync/version.ts';

export interface Unfinished {
  readonly path: string;
  readonly token?: string;
  /** As it is sent; the end of the body never is. */
  readonly part: Buffer;
  /** `announced`: with a Content-Length that is never reached; otherwise chunked. */
  readonly as: 'announced' | 'chunked';
}

/**
 * Sends a request without its end. Resolves with the status that comes, when the server hangs up;
 * null if none came, or if the signal ends it before.
 */
export async function sendUnfinished(
  server: string,
  { path, token = '', part, as }: Unfinished,
  signal?: AbortSignal,
): Promise<number | null> {
  const { hostname, port } = new URL(server);
  const socket = connect(Number(port), hostname);
  // The server may hang up while the body is sent.
  const hungUp = new Promise<void>((resolve) => {
    socket.on('error', () => undefined).on('close', () => resolve());
  });
  signal?.addEventListener('abort', () => socket.destroy());
  let answer = '';
  socket.on('data', (bytes: Buffer) => {
    answer += bytes.toString('latin1');
  });
  const size = as === 'announced' ? `content-length: ${part.length + 1}` : 'transfer-encoding: chunked';
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${token}\r\n` +
      `${VERSION_HEADER}: ${SYNC_VERSION}\r\ncontent-type: application/json\r\n${size}\r\n\r\n`,
  );
  if (as === 'chunked') socket.write(`${(part.length + 1).toString(16)}\r\n`);
  socket.write(part);
  await hungUp;
  const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1];
  return status === undefined ? null : Number(status);
}
