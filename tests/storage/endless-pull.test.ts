import { afterEach, describe, expect, it } from 'vitest';
import { SYNC_VERSION } from '../../contract/api/sync/version.ts';
import type { Link } from '../../storage/sync/link-store.ts';
import { syncRound } from '../../storage/sync/sync-round.ts';
import type { SyncServer } from '../../storage/sync/sync-server.ts';
import { LI, TEAM } from '../helpers/fake-team-server.ts';
import { Profile } from '../helpers/profile.ts';

const profile = new Profile();
afterEach(() => profile.quit());

const LINK: Link = {
  ...{ server: 'https://team.example.com', token: 't', cursor: '', pulledBy: SYNC_VERSION },
  me: {
    ...{ organisation: { id: 'o', name: '示例' }, team: { id: TEAM, name: '夜班', retentionDays: null } },
    ...{ member: LI, device: 'd' },
  },
};

/** Answers each pull with the next cursor, for ever. */
function endless(next: (nth: number) => string) {
  const asked: string[] = [];
  const server: SyncServer = {
    push: async () => ({ ok: true, value: { results: [] } }),
    checkNumbers: async () => ({ ok: true, value: [] }),
    pull: async (cursor) => {
      asked.push(cursor);
      return { ok: true, value: { items: [], cursor: next(asked.length), more: true } };
    },
  };
  return { server, asked };
}

describe('a server that always has another page', () => {
  it('is left after 200 pages, and the next round goes on from there', async () => {
    const stores = await profile.signedIn();
    const { server, asked } = endless((nth) => `page.${nth}`);
    const parts = { stores, links: stores.links, server };
    expect(await syncRound(parts, LINK)).toEqual({ ok: true, isMore: true });
    expect(asked).toHaveLength(200);
    const reading = await stores.links.read();
    if (reading.state !== 'linked') throw new Error(reading.state);
    expect(reading.link.cursor).toBe('page.200');
    await syncRound(parts, reading.link);
    expect(asked[200]).toBe('page.200');
  });

  it('and never comes further is a broken one', async () => {
    const stores = await profile.signedIn();
    const { server, asked } = endless(() => 'page.1');
    const round = await syncRound({ stores, links: stores.links, server }, LINK);
    expect(round).toMatchObject({ ok: false, reason: 'bad-reply' });
    expect(asked.length).toBeLessThan(5);
  });
});
