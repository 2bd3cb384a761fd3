import { connect } from 'node:net';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { servePhoneEvents } from '../../server/phone-events/serve-phone-events.ts';
import { serverBed } from '../helpers/server/server-bed.ts';

const NUMBER = '13900001234';

/** All lines of a server that logs everything, while phones send this. */
async function logOf(requests: (secret: string) => readonly string[], breaks = false): Promise<string> {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
  const bed = await serverBed({ log });
  onTestFinished(() => bed.close());
  const phones = await servePhoneEvents(bed.ports, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => phones.stop());
  const lead = await bed.seat('lead', await bed.organisation());
  const { body } = await bed.ask(lead, 'POST', `/v1/teams/${lead.team}/tokens`, {
    ...{ kind: 'phone', member: lead.member, label: '前台话机' },
  });
  const { secret } = body as { secret: string };
  if (breaks) await bed.db.destroy();
  for (const request of requests(secret)) {
    const socket = connect(phones.port, '127.0.0.1', () => socket.end(request));
    socket.on('error', () => socket.destroy());
    socket.resume();
    await new Promise((resolve) => socket.once('close', resolve));
  }
  expect(secret.length).toBeGreaterThan(20);
  expect(lines.join('')).not.toContain(secret);
  return lines.join('');
}

const get = (target: string) => `GET ${target} HTTP/1.1\r\nHost: s\r\n\r\n`;

test('what phones send, good or bad, is in no line of the log', async () => {
  const log = await logOf((secret) => [
    get(`/phone-events/${secret}/incoming?number=${NUMBER}`),
    get(`/phone-events/${secret}/nonsense?number=${NUMBER}`),
    get(`/phone-events/${secret}x/incoming?number=${NUMBER}`),
    get(`/elsewhere/${secret}?number=${NUMBER}`),
    `BREW /phone-events/${secret} ${NUMBER}\r\n\r\n`,
    get(`/phone-events/${secret}/incoming?number=${NUMBER}${'0'.repeat(9_000)}`),
    `POST /phone-events/${secret} HTTP/1.1\r\ncontent-length: 40\r\n\r\n{"event":"incoming","number":"${NUMBER}`,
  ]);
  expect(log).not.toContain(NUMBER);
});

test('nor when the database is gone and the report fails', async () => {
  const log = await logOf((secret) => [get(`/phone-events/${secret}/incoming?number=${NUMBER}`)], true);
  expect(log).toContain('a phone event failed');
  expect(log).not.toContain(NUMBER);
});
