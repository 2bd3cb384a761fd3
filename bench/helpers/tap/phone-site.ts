import { once } from 'node:events';
import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { bundle } from '../../../tests/helpers/call-page/bundle.ts';

export interface PhoneSite {
  readonly port: number;
  /** Sends a frame to the page that connected last. */
  send(frame: string): void;
  close(): void;
}

/** Cross-origin isolation: browsers give such a page a clock of 5 µs, any other one of 100 µs. */
const HEADERS = {
  'content-type': 'text/html',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

/** The page of page.ts with the server of its socket. */
export async function openPhoneSite(): Promise<PhoneSite> {
  const script = await bundle('./page.ts', import.meta.url);
  const site = createServer((_request, response) => {
    response.writeHead(200, HEADERS).end(`<!doctype html><script>${script}</script>`);
  }).listen(0, '127.0.0.1');
  const sockets = new WebSocketServer({ server: site, handleProtocols: () => 'sip' });
  let newest: WebSocket | undefined;
  sockets.on('connection', (socket) => {
    newest = socket;
  });
  await once(site, 'listening');
  const address = site.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no port');
  return {
    port: address.port,
    send: (frame) => newest?.send(frame),
    close: () => {
      sockets.close();
      site.closeAllConnections();
      site.close();
    },
  };
}
