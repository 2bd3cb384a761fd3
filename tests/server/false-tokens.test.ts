import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYNC_VERSION, VERSION_HEADER } from '../../contract/api/sync/version.ts';
import { createServer } from '../../server/create-server.ts';
import type { Tables } from '../../server/database/tables.ts';
import { randomSecret } from '../../server/sign-in/secrets.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';

/** Counts what a server asks of its database: transactions, and statements without one. */
function counted(db: Kysely<Tables>) {
  const asked = { transactions: 0, statements: 0 };
  const watched = new Proxy(db, {
    get(target, name) {
      if (name === 'transaction') asked.transactions += 1;
      if (name === 'getExecutor') asked.statements += 1;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { db: watched, asked };
}

describe('a token that no device has', () => {
  let bed: ServerBed;
  let agent: Seat;
  beforeAll(async () => {
    bed = await serverBed();
    agent = await bed.seat('agent', await bed.organisation());
  });
  afterAll(async () => await bed.close());

  async function costOf(tokens: readonly string[]) {
    const { db, asked } = counted(bed.db);
    const app = createServer({ ...bed.ports, db });
    const statuses = new Set<number>();
    for (const token of tokens) {
      const headers = { authorization: `Bearer ${token}`, [VERSION_HEADER]: String(SYNC_VERSION) };
      const from = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
      const body = JSON.stringify({ items: [] });
      statuses.add((await app.request('/v1/sync/push', { method: 'POST', headers, body }, from)).status);
    }
    return { ...asked, statuses: [...statuses] };
  }

  const withSecret = (secret: string) => `${agent.token.slice(0, -43)}${secret}`;

  test('of another form costs nothing', async () => {
    const tokens = ['', 'x', agent.token.slice(1), `${agent.token}x`, agent.token.replaceAll('-', '_')];
    expect(await costOf(tokens)).toEqual({ transactions: 0, statements: 0, statuses: [401] });
  });

  test('of the right form costs one statement each, and no transaction', async () => {
    const tokens = [
      ...Array.from({ length: 5 }, () => withSecret(randomSecret())),
      `ssd_${agent.org}_${crypto.randomUUID()}_${randomSecret()}`,
      `ssd_ZZZZZZ_${agent.device}_${randomSecret()}`,
    ];
    expect(await costOf(tokens)).toEqual({ transactions: 0, statements: 7, statuses: [401] });
  });

  test('that comes again costs nothing more', async () => {
    const token = withSecret(randomSecret());
    expect(await costOf(Array.from({ length: 50 }, () => token))).toEqual({
      ...{ transactions: 0, statements: 1, statuses: [401] },
    });
  });

  test('a right token of another organisation’s device is refused', async () => {
    const other = await bed.organisation();
    expect(await costOf([other.token.replace(other.org, agent.org)])).toMatchObject({ statuses: [401] });
    expect(await bed.ask(other, 'GET', '/v1/me')).toMatchObject({ status: 200 });
  });
});
