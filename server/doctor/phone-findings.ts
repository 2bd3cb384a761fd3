import { connect, createServer } from 'node:net';
import type { Config } from '../operate/config.ts';
import { bad, doubtful, type Finding, good } from './finding.ts';

const ANSWERED_WITHIN_MS = 5_000;
/** As phones send it: an HTTP parser refuses the raw space. Nobody has such a token. */
const ASKED = 'GET /phone-events/none/incoming?name=A B HTTP/1.1\r\nHost: doctor\r\n\r\n';
const ANYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

type Place = NonNullable<Config['phoneEvents']>;

/** Of the port that desk phones report to, where one is set. */
export async function phoneFindings(place: Config['phoneEvents']): Promise<readonly Finding[]> {
  if (place === null) return [];
  const findings = [await portFinding(place)];
  if (!ANYWHERE.has(place.host)) return findings;
  return [
    ...findings,
    doubtful(
      'phones',
      `Phone events are taken from every network of this machine (${place.host}).`,
      'Set PHONE_EVENTS_HOST to the address in the network of the phones, or close the port to others.',
    ),
  ];
}

async function portFinding(place: Place): Promise<Finding> {
  const { host, port } = place;
  const refusal = await listenRefusal(place);
  if (refusal === null) return good('phones', `Port ${port} is free for what phones send.`);
  if (refusal.code !== 'EADDRINUSE')
    return bad(
      'phones',
      `The server cannot listen for phones at ${host}, port ${port}: ${refusal.message}.`,
      'Choose an address of this machine and a free port; one below 1024 needs a privilege.',
    );
  const status = await askedAsPhone(place);
  if (status === 404 || status === 429)
    return good('phones', `The server that runs takes what phones send to port ${port}.`);
  return bad(
    'phones',
    `Another program answers at port ${port}, or a proxy that refuses what phones send.`,
    'Give PHONE_EVENTS_PORT a port of its own, without a proxy before it.',
  );
}

/** Null where a server may listen. */
function listenRefusal({ host, port }: Place): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

/** Status of the answer; null for none. */
function askedAsPhone({ host, port }: Place): Promise<number | null> {
  return new Promise((resolve) => {
    const socket = connect(port, ANYWHERE.has(host) ? '127.0.0.1' : host, () => socket.write(ASKED));
    let answer = '';
    socket.setTimeout(ANSWERED_WITHIN_MS, () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      answer = (answer + chunk.toString('latin1')).slice(0, 1_000);
      if (answer.includes('\n')) socket.destroy();
    });
    socket.once('close', () => {
      const [, status] = /^HTTP\/1\.[01] (\d{3})/.exec(answer) ?? [];
      resolve(status === undefined ? null : Number(status));
    });
  });
}
