import { once } from 'node:events';
import { createServer as createHttp } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { phoneFindings } from '../../server/doctor/phone-findings.ts';
import { servePhoneEvents } from '../../server/phone-events/serve-phone-events.ts';
import { type ServerBed, serverBed } from '../helpers/server/server-bed.ts';

let bed: ServerBed;
beforeAll(async () => {
  bed = await serverBed();
});
afterAll(() => bed.close());

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

const at = async (port: number, host = '127.0.0.1') => await phoneFindings({ host, port });

test('no port, no finding', async () => {
  expect(await phoneFindings(null)).toEqual([]);
});

test('the running server answers as a phone needs it', async () => {
  const phones = await servePhoneEvents(bed.ports, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => phones.stop());
  expect(await at(phones.port)).toEqual([
    {
      state: 'good',
      about: 'phones',
      says: `The server that runs takes what phones send to port ${phones.port}.`,
    },
  ]);
});

test.each([
  ['a server with an HTTP parser, as a proxy has', () => createHttp((_, response) => response.end())],
  ['a program that speaks something else', () => createServer((socket) => void socket.end('220 mail\r\n'))],
  ['a program that hangs up', () => createServer((socket) => void socket.destroy())],
] as const)('%s is in the way', async (_, make) => {
  const port = await portOf(make());
  expect(await at(port)).toMatchObject([
    { state: 'bad', says: expect.stringContaining(`Another program answers at port ${port}`) },
  ]);
});

test('a free port is good, one of another machine is not, and all networks are too many', async () => {
  const server = createServer();
  const port = await portOf(server);
  server.close();
  await once(server, 'close');
  expect(await at(port)).toMatchObject([
    { state: 'good', says: `Port ${port} is free for what phones send.` },
  ]);
  expect(await at(port, '192.0.2.1')).toMatchObject([
    { state: 'bad', says: expect.stringContaining('cannot listen for phones at 192.0.2.1') },
  ]);
  expect(await at(port, '0.0.0.0')).toMatchObject([
    { state: 'good' },
    { state: 'doubtful', says: expect.stringContaining('every network of this machine') },
  ]);
});
