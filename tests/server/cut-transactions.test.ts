import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signTeamKeys } from '../../contract/release/team-trust.ts';
import { connectAsApp } from '../../server/database/connect.ts';
import { openReleaseSigner } from '../helpers/release-signer.ts';
import { type CuttingProxy, cuttingProxy } from '../helpers/server/cutting-proxy.ts';
import { withClient } from '../helpers/server/database.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { noteItem, noteOf, orderOpened, push } from '../helpers/server/sync-story.ts';
import { smallPack } from '../helpers/small-pack.ts';
import { times } from '../helpers/soak.ts';

/** More than any of the requests below sends to the database. */
const MOST_MESSAGES = 120;

/** Every statement in `npm run soak`; after one is nearly the same as before the next. */
const STEP = times(3, 1);

let bed: ServerBed;
/** The same server with a database whose connections die. */
let shaken: ServerBed;
let proxy: CuttingProxy;
let lead: Seat;
let agent: Seat;
beforeAll(async () => {
  bed = await serverBed();
  proxy = await cuttingProxy(bed.appUrl);
  shaken = await serverBed({ db: await connectAsApp(proxy.url, 2) }, bed.url);
  const admin = await bed.organisation();
  lead = await bed.seat('lead', admin);
  agent = await bed.seat('agent', admin);
});
afterAll(async () => {
  await shaken.ports.db.destroy();
  await shaken.close();
  await proxy.close();
  await bed.close();
});

interface Request {
  readonly seat: Seat;
  readonly path: string;
  readonly body: unknown;
}

/** What stays in the database of one request, and must be there once. */
type Check = () => Promise<void>;

const rows = async (text: string, values: readonly unknown[]): Promise<readonly unknown[]> =>
  await withClient(bed.url, async (client) => (await client.query(text, [...values])).rows);

const team = (rest: string) => `/v1/teams/${lead.team}/${rest}`;

/** Each call makes another request of the kind. */
const KINDS: Readonly<Record<string, () => Promise<{ readonly request: Request; readonly check: Check }>>> = {
  push: async () => {
    const note = noteOf(crypto.randomUUID(), bed.clock.now, { text: '写过的' });
    const event = orderOpened(lead.number, bed.clock.now);
    const items = [noteItem(note), { type: 'team', event }];
    const ofOther = { ...orderOpened(agent.number, bed.clock.now), subject: event.subject };
    return {
      request: {
        seat: lead,
        path: '/v1/sync/push',
        body: { items: [...items, { type: 'team', event: ofOther }] },
      },
      check: async () => {
        const ids = [note.id, event.id, ofOther.id];
        expect(await rows('select id from records where id = any($1)', [ids])).toHaveLength(3);
        expect(await rows('select revision from note_versions where note = $1', [note.id])).toEqual([
          { revision: '1' },
        ]);
      },
    };
  },
  erasure: async () => {
    const number = `139${String(Math.random()).slice(2, 10)}`;
    const own = noteOf(crypto.randomUUID(), bed.clock.now, { surname: '欧阳' }, number);
    const naming = noteOf(crypto.randomUUID(), bed.clock.now, { text: `打给 ${number}` });
    await push(bed, agent, noteItem(own), noteItem(naming));
    return {
      request: { seat: lead, path: team('erasures'), body: { number } },
      check: async () => {
        expect(await rows('select 1 from records where body like $1', [`%${number}%`])).toEqual([]);
        expect(await rows('select body from records where id = $1', [own.id])).toEqual([{ body: null }]);
        expect(await rows('select 1 from note_versions where fields like $1', [`%${number}%`])).toEqual([]);
      },
    };
  },
  release: async () => {
    const mine = await openTeam();
    const digests = 'select sequence from pack_releases where team = $1';
    return {
      request: mine.release,
      check: async () => {
        expect(await rows(digests, [mine.team])).toHaveLength(1);
        const published = `select 1 from audit_log where team = $1 and action = 'pack-published'`;
        expect(await rows(published, [mine.team])).toHaveLength(1);
        const events = `select 1 from events where team = $1 and body::text like '%"release"%'`;
        expect(await rows(events, [mine.team])).toHaveLength(1);
      },
    };
  },
  'list of signers': async () => {
    const mine = await openTeam();
    return {
      request: mine.secondList,
      check: async () =>
        expect(await rows('select 1 from team_key_lists where team = $1', [mine.team])).toHaveLength(2),
    };
  },
};

/** A team of its own with one list of signers; a release and a second list that nobody sent yet. */
async function openTeam() {
  const where = await bed.team(lead.org);
  const seat = await bed.seat('lead', where);
  const signer = await openReleaseSigner(where.team, bed.clock.now);
  const { root, signers } = signer.trust;
  const list = async (sequence: number) => ({
    seat,
    path: `/v1/teams/${where.team}/team-keys`,
    body: {
      document: text(
        await signTeamKeys(
          { team: where.team, sequence, issuedAt: bed.clock.now, root, signers: [...signers] },
          signer.root,
        ),
      ),
    },
  });
  const first = await list(1);
  expect(await bed.ask(seat, 'POST', first.path, first.body)).toMatchObject({ status: 200 });
  const document = text(await signer.sign(smallPack(), { issuedAt: bed.clock.now }));
  const release = { seat, path: `/v1/teams/${where.team}/releases`, body: { document } };
  return { team: where.team, release, secondList: await list(2) };
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

describe.each(Object.entries(KINDS))('a connection that dies in a transaction: %s', (_, make) => {
  test.each([
    ['before', 1],
    ['after', 2],
  ] as const)(
    '%s any of its statements leaves all or nothing, and a second try ends it',
    async (cut, first) => {
      let points = 0;
      for (let nth = first; nth < MOST_MESSAGES; nth += STEP) {
        const { request, check } = await make();
        const send = () => shaken.ask(request.seat, 'POST', request.path, request.body);
        proxy.cutAt(nth, cut);
        const { status } = await send();
        const wasCut = proxy.calm();
        if (!wasCut) {
          expect(status).toBe(200);
          break;
        }
        points += 1;
        // One that dies after the commit may have been answered.
        expect([nth, status]).toEqual([nth, status === 200 ? 200 : 503]);
        if (status === 200) await check();
        const again = await send();
        expect([nth, again.status, again.body]).toEqual([nth, 200, again.body]);
        await check();
      }
      // The tenant, the work and the commit at least.
      expect(points).toBeGreaterThan(5 / STEP);
      expect(points).toBeLessThan(MOST_MESSAGES - 1);
    },
    60_000,
  );
});
