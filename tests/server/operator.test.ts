import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTenant } from '../../server/database/tenant.ts';
import { trustedProxies } from '../../server/http/trusted-proxies.ts';
import { addMember } from '../../server/members/add-member.ts';
import { readConfig } from '../../server/operate/config.ts';
import { codeForNumber } from '../../server/sign-in/code-for-number.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';

describe('X-Forwarded-For', () => {
  const guesses = 3;
  let bed: ServerBed;
  afterAll(async () => await bed.close());

  /** How many of `tries` wrong codes, each with its own header, are refused. */
  async function refusedRequests(proxies: readonly string[], headers: readonly string[]) {
    const limits = { anonymousPerMinute: guesses, devicePerMinute: 100, bodyBytes: 10_000 };
    bed = await serverBed({ limits, isProxy: trustedProxies(proxies) ?? expect.fail('a bad proxy') });
    let refused = 0;
    for (const forwarded of headers) {
      const wrong = { code: '0000-0000-0000-0000', label: '' };
      const { status } = await bed.ask(null, 'POST', '/v1/enrol', wrong, { 'x-forwarded-for': forwarded });
      if (status === 429) refused += 1;
    }
    return refused;
  }

  const callers = (n: number, write: (address: string) => string) =>
    Array.from({ length: n }, (_, last) => write(`192.0.2.${last + 1}`));

  test.each<[string, readonly string[], readonly string[], number]>([
    ['is not read from a stranger', [], callers(6, (one) => one), 3],
    ['is not read from a proxy that is not named', ['10.0.0.0/8'], callers(6, (one) => one), 3],
    ['is read from a named address', ['127.0.0.1'], callers(6, (one) => one), 0],
    ['is read from a named range', ['127.0.0.0/8'], callers(6, (one) => one), 0],
    [
      'counts from its end: what the caller wrote is not read',
      ['127.0.0.1'],
      callers(6, (one) => `${one}, 198.51.100.7`),
      3,
    ],
    [
      'goes through a chain of named proxies',
      ['127.0.0.1', '10.0.0.0/8'],
      callers(6, (one) => `${one}, 10.1.1.1`),
      0,
    ],
    [
      'of one caller with many ports is one caller',
      ['127.0.0.1'],
      [1, 2, 3, 4, 5, 6].map((port) => `192.0.2.9:${port}`),
      3,
    ],
    ['that is no address counts as the proxy itself', ['127.0.0.1'], callers(6, (one) => `x${one}`), 3],
  ])('%s', async (_, proxies, headers, refused) => {
    expect(await refusedRequests(proxies, headers)).toBe(refused);
  });
});

describe('the setting of proxies', () => {
  test.each(['10.0.0.1', '10.0.0.0/8, 2001:db8::/32', '::1', ''])('%j is understood', (TRUSTED_PROXIES) => {
    expect(() => readConfig({ TRUSTED_PROXIES })).not.toThrow();
  });

  test.each(['yes', '10.0.0.0/33', '10.0.0', 'proxy.example.com', '::/129'])(
    '%j is refused by its name',
    (TRUSTED_PROXIES) => {
      expect(() => readConfig({ TRUSTED_PROXIES })).toThrow('TRUSTED_PROXIES');
    },
  );

  test('an IPv4 address that the socket writes as IPv6 is the same', () => {
    expect(trustedProxies(['192.0.2.0/24'])?.('::ffff:192.0.2.7')).toBe(true);
    expect(trustedProxies(['192.0.2.0/24'])?.('192.0.3.7')).toBe(false);
  });
});

describe('a code for a number that two teams have', () => {
  let bed: ServerBed;
  let admin: Seat;
  beforeAll(async () => {
    bed = await serverBed();
    admin = await bed.organisation();
    const other = await bed.team(admin.org);
    for (const team of [admin.team, other.team]) {
      const where = { org: admin.org, team };
      await inTenant(bed.db, where, (tx) =>
        addMember(tx, where, { number: '0283', name: '李', role: 'agent' }, 1),
      );
    }
  });
  afterAll(async () => await bed.close());

  test('is made once the team is said, and says for which team it is', async () => {
    const { org } = admin;
    const asked = await codeForNumber(bed.db, { org, number: '0283', team: null }, 1);
    expect(asked).toMatchObject({ ok: false, reason: 'several-teams', teams: { length: 2 } });
    const made = await codeForNumber(bed.db, { org, number: '0283', team: admin.team }, 1);
    expect(made).toMatchObject({ ok: true, team: expect.any(String), code: { code: expect.any(String) } });
    expect(await codeForNumber(bed.db, { org, number: '0283', team: 'nobody' }, 1)).toMatchObject({
      reason: 'no-such-member',
    });
  });
});
