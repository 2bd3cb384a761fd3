import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '../../server/database/migrate.ts';
import { MIGRATIONS } from '../../server/database/migrations.ts';
import { examine } from '../../server/doctor/examine.ts';
import type { Finding } from '../../server/doctor/finding.ts';
import { nodeFinding } from '../../server/doctor/machine-findings.ts';
import { printFindings } from '../../server/doctor/print-findings.ts';
import { describeWith } from '../helpers/need-program.ts';
import { freshDatabase, withClient } from '../helpers/server/database.ts';
import { startPgBouncer } from '../helpers/server/pg-bouncer.ts';
import { type ServerBed, serverBed } from '../helpers/server/server-bed.ts';

const now = () => Date.now();

/** `about: says` of what is not good, or of everything. */
const saysOf = (findings: readonly Finding[], state?: Finding['state']) =>
  findings
    .filter((one) => state === undefined || one.state === state)
    .map(({ about, says }) => `${about}: ${says}`);
const badIn = (findings: readonly Finding[]) => saysOf(findings, 'bad');

describe('the database', () => {
  let bed: ServerBed;
  beforeAll(async () => {
    bed = await serverBed();
  });
  afterAll(async () => await bed.close());

  test('of a server that works is good in everything but what is not set', async () => {
    const findings = await examine({ DATABASE_URL: bed.url }, null, now);
    expect(badIn(findings)).toEqual([]);
    expect(saysOf(findings, 'good')).toEqual(
      expect.arrayContaining([
        'database: What is acknowledged is on its disk.',
        'database: Its tables are those of this version.',
        'database: A write reached its disk.',
        'role: The server works as a role that owns nothing, behind row-level security.',
        'events: What one process announces, another one hears.',
      ]),
    );
    expect(saysOf(findings, 'doubtful')).toContain(
      'erasures: No second database keeps what a restore must not bring back.',
    );
  });

  test('that is new is empty, and stays so', async () => {
    const url = await freshDatabase('template1');
    expect(saysOf(await examine({ DATABASE_URL: url }, null, now))).toContain(
      'database: It is empty: the server makes its tables at its first start.',
    );
    const { rows } = await withClient(url, (client) =>
      client.query(`select from pg_class where relnamespace = 'public'::regnamespace`),
    );
    expect(rows).toEqual([]);
  });

  test('of an older version says that migrations are to come, and of a newer one that it is not known', async () => {
    const url = await freshDatabase('template1');
    await migrate(url, '0003-work-order-roles');
    const pending = Object.keys(MIGRATIONS).length - 3;
    expect(saysOf(await examine({ DATABASE_URL: url }, null, now), 'doubtful')).toContain(
      `database: ${pending} migrations are applied at the next start.`,
    );
    await withClient(url, (client) =>
      client.query(`insert into kysely_migration (name, timestamp) values ('9999-later', '2030')`),
    );
    expect(badIn(await examine({ DATABASE_URL: url }, null, now))).toContain(
      'database: A newer server has used it: this one does not know 9999-later.',
    );
  });

  test.each([['synchronous_commit', 'synchronous_commit is off: acknowledged data can be lost.']])(
    'with %s off loses data',
    async (setting, says) => {
      const url = await freshDatabase();
      const name = new URL(url).pathname.slice(1);
      await withClient(url, (client) => client.query(`alter database ${name} set ${setting} = off`));
      expect(badIn(await examine({ DATABASE_URL: url }, null, now))).toContain(`database: ${says}`);
    },
  );

  test('that allows fewer connections than the server wants', async () => {
    const findings = await examine({ DATABASE_URL: bed.url, DATABASE_CONNECTIONS: '900' }, null, now);
    expect(badIn(findings)).toEqual([expect.stringContaining('a server process uses up to 903')]);
  });

  test('whose clock is 90 s away', async () => {
    const findings = await examine({ DATABASE_URL: bed.url }, null, () => Date.now() + 90_000);
    expect(saysOf(findings, 'doubtful')).toContain(
      'clock: The database’s clock and this machine’s are 90 s apart.',
    );
  });

  test('to which the owner’s role is given for the server’s', async () => {
    const findings = await examine({ DATABASE_URL: bed.url, DATABASE_APP_URL: bed.url }, null, now);
    expect(badIn(findings)).toEqual([expect.stringMatching(/^role: .*row-level security/)]);
  });

  test.each([
    [
      'refuses the password',
      (url: URL) => Object.assign(url, { password: 'not-the-one' }),
      /refuses the role/,
    ],
    [
      'is not there',
      (url: URL) => Object.assign(url, { pathname: '/nothing' }),
      /There is no database nothing/,
    ],
    ['does not answer', (url: URL) => Object.assign(url, { port: '1' }), /127\.0\.0\.1:1 does not answer/],
    [
      'has a name that nobody knows',
      (url: URL) => Object.assign(url, { hostname: 'db.invalid' }),
      /The name db\.invalid is not known/,
    ],
  ])('that %s, said without the password', async (_, change, says) => {
    const url = change(new URL(bed.url));
    const findings = await examine({ DATABASE_URL: url.href }, null, now);
    expect(badIn(findings)).toEqual([expect.stringMatching(says)]);
    expect(printFindings(findings)).not.toContain(url.password);
  });

  test('of erasures on the same machine is doubtful, and one that is gone is bad', async () => {
    const beside = await freshDatabase('template1');
    const same = await examine({ DATABASE_URL: bed.url, ERASURE_DATABASE_URL: beside }, null, now);
    expect(saysOf(same, 'doubtful')).toContain(
      'erasures: The database that keeps them is on the machine of the first one.',
    );
    const gone = Object.assign(new URL(beside), { port: '1' }).href;
    expect(badIn(await examine({ DATABASE_URL: bed.url, ERASURE_DATABASE_URL: gone }, null, now))).toEqual([
      expect.stringMatching(/^erasures: 127\.0\.0\.1:1 does not answer/),
    ]);
  });

  describeWith(['pgbouncer'], 'behind a pooler', () => {
    test('LISTEN through it is never heard, and said', async () => {
      const pool = await startPgBouncer(bed.appUrl, 3);
      try {
        const through = { DATABASE_URL: bed.url, DATABASE_APP_URL: pool.url };
        expect(badIn(await examine({ ...through, DATABASE_LISTEN_URL: pool.url }, null, now))).toEqual([
          'events: What one process announces, another one does not hear.',
        ]);
        expect(badIn(await examine({ ...through, DATABASE_LISTEN_URL: bed.appUrl }, null, now))).toEqual([]);
      } finally {
        await pool.close();
      }
    });
  });

  test('in a routing table is named by its cluster', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sansheng-doctor-'));
    const file = join(folder, 'routes.json');
    const gone = Object.assign(new URL(bed.url), { port: '1' }).href;
    writeFileSync(
      file,
      JSON.stringify({ clusters: { north: { owner: bed.url }, south: { owner: gone } }, organisations: {} }),
    );
    expect(badIn(await examine({ DATABASE_ROUTES: file }, null, now))).toEqual([
      expect.stringMatching(/^south: database: .*does not answer/),
    ]);
    rmSync(folder, { recursive: true });
  });
});

test('a setting that is not understood is named, and nothing else is tried', async () => {
  expect(
    badIn(await examine({ PORT: 'many', DATABASE_URL: 'postgres://x@nowhere.invalid/x' }, null, now)),
  ).toEqual([expect.stringMatching(/^settings: .*PORT/)]);
});

test.each([
  ['20.20.2', 'doubtful'],
  ['22.1.0', 'good'],
  ['24.9.0', 'good'],
])('Node %s is %s', (version, state) => {
  expect(nodeFinding(version).state).toBe(state);
});

describe('the address of the agents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sansheng-tls-'));
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true });
  });

  /** A proxy's answers: `largest` body in bytes, `health` of what is behind it. */
  function answers({ largest = 8_000_000, health = 200, apart = 0 } = {}) {
    return (request: IncomingMessage, response: ServerResponse) => {
      const tooLarge = Number(request.headers['content-length'] ?? 0) > largest;
      const status = request.url === '/health' ? health : tooLarge ? 413 : 401;
      response.writeHead(status, { date: new Date(Date.now() + apart).toUTCString() }).end();
    };
  }
  async function at(server: Server, scheme: string): Promise<string> {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return `${scheme}://127.0.0.1:${port}`;
  }
  const plain = async (how = {}) => await at(createHttp(answers(how)), 'http');
  const see = async (address: string, environment = {}) =>
    (await examine({ DATABASE_URL: 'postgres://x:x@127.0.0.1:1/x', ...environment }, address, now)).filter(
      ({ about }) => ['address', 'tls', 'proxy', 'clock'].includes(about),
    );

  test('that answers is good, and a proxy that is not named is doubtful', async () => {
    const address = await plain();
    expect(badIn(await see(address))).toEqual([]);
    expect(saysOf(await see(address), 'doubtful')).toContainEqual(
      expect.stringContaining('TRUSTED_PROXIES is not set'),
    );
    const named = await see(address, { TRUSTED_PROXIES: '10.0.0.1' });
    expect(saysOf(named, 'good')).toContain('proxy: Agents’ addresses are read from 10.0.0.1.');
  });

  test('whose proxy refuses large bodies', async () => {
    expect(badIn(await see(await plain({ largest: 1_000_000 })))).toEqual([
      'proxy: The proxy refuses large pushes (413).',
    ]);
  });

  test('that is not ready, or leads elsewhere', async () => {
    expect(badIn(await see(await plain({ health: 503 })))).toEqual(['address: /health answers 503.']);
    expect(badIn(await see(await plain({ health: 404 })))).toEqual(['address: /health answers 404.']);
  });

  test('whose clock is 2 min ahead', async () => {
    expect(saysOf(await see(await plain({ apart: 120_000 })), 'doubtful')).toContainEqual(
      expect.stringMatching(/It is 1(19|20) s from this clock there/),
    );
  });

  test.each([
    ['nothing answers', 'http://127.0.0.1:1', /does not answer/],
    ['it is no address', 'sansheng', /is no address/],
    ['it is not the web', 'ftp://127.0.0.1', /is no address/],
    ['it is plain http on another machine', 'http://192.0.2.1', /in the clear/],
  ])('%s', async (_, address, says) => {
    expect(badIn(await see(address))).toEqual([expect.stringMatching(says)]);
  });

  describeWith(['openssl'], 'over TLS', () => {
    test('with a certificate that nobody signed is not trusted', async () => {
      const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
      const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
      execFileSync(
        'openssl',
        [
          'req',
          '-x509',
          '-newkey',
          'ec',
          '-pkeyopt',
          'ec_paramgen_curve:prime256v1',
          '-nodes',
          '-days',
          '3',
          '-keyout',
          key,
          '-out',
          cert,
          ...subject,
        ],
        { stdio: 'ignore' },
      );
      const server = createHttps({ key: readFileSync(key), cert: readFileSync(cert) }, answers());
      expect(badIn(await see(await at(server, 'https')))).toEqual([
        expect.stringMatching(/^tls: No browser would trust 127\.0\.0\.1: .*self-signed/),
      ]);
    });
  });
});
