import { createServer, type RequestListener, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { fetchIssuer } from '../../server/sign-in/fetch-issuer.ts';
import { isPublicAddress } from '../../server/sign-in/public-address.ts';
import { listen } from '../helpers/server/issuer.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  vi.restoreAllMocks();
});

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  return await listen(server);
}

const here = fetchIssuer((address) => address === '127.0.0.1');
const nowhere = fetchIssuer(() => false);

describe('an answer of an issuer', () => {
  test('that has no end is given up after its first kilobytes', async () => {
    let sent = 0;
    let hungUp = false;
    const url = await serve((_, response) => {
      const piece = Buffer.alloc(256 * 1024, ' ');
      response.on('close', () => {
        hungUp = true;
      });
      const more = () => {
        while (!response.destroyed && sent < 3 * 1024 ** 3) {
          sent += piece.length;
          if (!response.write(piece)) {
            response.once('drain', more);
            return;
          }
        }
      };
      more();
    });
    expect(await here(url)).toBeNull();
    await vi.waitFor(() => expect(hungUp).toBe(true));
    expect(sent).toBeLessThan(64 * 1024 ** 2);
  });

  test('that comes in drops is given up after five seconds', async () => {
    const url = await serve((_, response) => {
      const drops = setInterval(() => response.write(' '), 100);
      response.on('close', () => clearInterval(drops));
    });
    const began = performance.now();
    expect(await here(url)).toBeNull();
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  test('that leads elsewhere is not followed', async () => {
    let followed = false;
    const elsewhere = await serve((_, response) => {
      followed = true;
      response.end('{}');
    });
    for (const status of [301, 302, 303, 307, 308]) {
      const url = await serve((_, response) => response.writeHead(status, { location: elsewhere }).end());
      expect(await here(url)).toBeNull();
    }
    expect(followed).toBe(false);
  });

  test('that is no JSON, packed, or an error is none', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/text') response.end('<html>');
      else if (request.url === '/error') response.writeHead(500).end('{}');
      else response.end('{"issuer":1}');
    });
    expect(await here(`${url}/text`)).toBeNull();
    expect(await here(`${url}/error`)).toBeNull();
    expect(await here(url)).toEqual({ issuer: 1 });
  });
});

describe('private addresses', () => {
  test.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1'],
    ...['172.31.255.255', '192.168.1.1', '192.0.0.8', '198.18.0.1', '224.0.0.1', '240.0.0.1'],
    ...['255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '::ffff:10.0.0.1'],
    ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::'],
    ...['2001::1', '2001:db8::1', 'not an address', ''],
  ])('%s is none of the Internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '2a00:1450:4001:80b::200e'])(
    '%s is one',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test('are not asked, however they are written', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.end('{}');
    });
    const { port } = new URL(url);
    const written = ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '0'];
    for (const host of written) {
      for (const protocol of ['http', 'https']) {
        expect(await nowhere(`${protocol}://${host}:${port}/`)).toBeNull();
      }
    }
    expect(asked).toBe(0);
  });

  test('are asked where the operator allows them', async () => {
    const url = await serve((_, response) => response.end('{}'));
    expect(await nowhere(url)).toBeNull();
    expect(await here(url)).toEqual({});
  });

  test('are not asked by a name either, also if only one of its addresses is private', async () => {
    for (const addresses of [['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['::1'], ['::ffff:7f00:1'], []]) {
      const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      let resolved = 0;
      const named = fetchIssuer(
        () => false,
        (_, __, done) => {
          resolved += 1;
          done(null, found);
        },
      );
      expect(await named('https://issuer.example/')).toBeNull();
      expect(resolved).toBe(1);
    }
  });

  test('a name is resolved once, and the connection goes to the address that was checked', async () => {
    let connections = 0;
    const server = createServer();
    servers.push(server);
    server.on('connection', (socket) => {
      connections += 1;
      socket.destroy();
    });
    const { port } = new URL(await listen(server));
    const answers = ['127.0.0.1', '10.0.0.1'];
    const rebinding = fetchIssuer(
      (address) => address === '127.0.0.1',
      (_, __, done) => done(null, [{ address: answers.shift() ?? '', family: 4 }]),
    );
    expect(await rebinding(`https://issuer.example:${port}/`)).toBeNull();
    expect({ connections, answers }).toEqual({ connections: 1, answers: ['10.0.0.1'] });
  });

  test('plain http is for this machine only, whatever is allowed', async () => {
    const resolve = vi.fn();
    const everywhere = fetchIssuer(() => true, resolve);
    expect(await everywhere('http://issuer.example/')).toBeNull();
    expect(await everywhere('ftp://127.0.0.1/')).toBeNull();
    expect(resolve).not.toHaveBeenCalled();
  });
});

describe('what an issuer says of itself', () => {
  let bed: ServerBed;
  let admin: Seat;
  beforeAll(async () => {
    bed = await serverBed();
    admin = await bed.organisation();
  });
  afterAll(async () => await bed.close());

  async function startWith(change: (url: string) => object): Promise<number> {
    const url: string = await serve((_, response) => {
      const honest = { issuer: url, authorization_endpoint: `${url}/a`, token_endpoint: `${url}/t` };
      response.end(JSON.stringify({ ...honest, jwks_uri: `${url}/k`, ...change(url) }));
    });
    const oidc = { issuer: url, clientId: 'sansheng', claim: 'agent_number' };
    expect(await bed.ask(admin, 'PATCH', '/v1/organisation', { oidc })).toMatchObject({ status: 200 });
    return (await bed.ask(null, 'POST', '/v1/sign-in/start', { organisation: admin.org })).status;
  }

  test('is believed if every address is on its own host', async () => {
    expect(await startWith(() => ({}))).toBe(200);
  });

  test.each([
    ['another issuer', () => ({ issuer: 'https://issuer.example' })],
    ['tokens of another host', () => ({ token_endpoint: 'https://issuer.example/t' })],
    ['keys of another host', () => ({ jwks_uri: 'https://issuer.example/k' })],
    ['a sign-in page of another host', () => ({ authorization_endpoint: 'https://issuer.example/a' })],
    ['another port', (url: string) => ({ token_endpoint: url.replace(/\d+$/, '1') })],
    ['a name in front of its own', (url: string) => ({ jwks_uri: url.replace('://', '://x@y.') })],
    ['no address', () => ({ token_endpoint: 'javascript:alert(1)' })],
  ])('is refused if it names %s', async (_, change) => {
    expect(await startWith(change)).toBe(503);
  });

  test('is not asked over plain http from elsewhere: the setting is refused', async () => {
    const oidc = { issuer: 'http://issuer.example', clientId: 'sansheng', claim: 'agent_number' };
    expect(await bed.ask(admin, 'PATCH', '/v1/organisation', { oidc })).toMatchObject({ status: 400 });
  });
});
