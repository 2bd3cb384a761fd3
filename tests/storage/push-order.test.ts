import { afterEach, expect, it } from 'vitest';
import type { PushResult } from '../../contract/api/sync/push.ts';
import type { SyncItem } from '../../contract/api/sync/sync-item.ts';
import { SYNC_VERSION } from '../../contract/api/sync/version.ts';
import { LOCAL_ORIGIN, type TeamEvent, teamEvent } from '../../contract/team/team-event.ts';
import type { Link } from '../../storage/sync/link-store.ts';
import { syncRound } from '../../storage/sync/sync-round.ts';
import type { SyncServer } from '../../storage/sync/sync-server.ts';
import { MORNING, Profile } from '../helpers/profile.ts';

const profile = new Profile();
afterEach(() => profile.quit());

const TEAM = crypto.randomUUID();
const LINK: Link = {
  ...{ server: 'https://team.example.com', token: 't', cursor: '', pulledBy: SYNC_VERSION },
  me: {
    organisation: { id: crypto.randomUUID(), name: '示例' },
    team: { id: TEAM, name: '夜班', retentionDays: null },
    member: {
      ...{ id: crypto.randomUUID(), team: TEAM, number: '0283', name: '小林', role: 'agent' },
      ...{ workOrderRole: 'agent', joinedAt: MORNING, leftAt: null },
    },
    device: crypto.randomUUID(),
  },
};

it('pushes what a device wrote in the order in which it was written, whatever the ids', async () => {
  const stores = await profile.signedIn();
  const written = Array.from({ length: 40 }, (_, n) => notice(n));
  for (const event of written) await stores.team.append([event]);
  const pushed: string[] = [];
  await syncRound({ stores, links: stores.links, server: recording(pushed) }, LINK);
  expect(pushed).toEqual(written.map(({ id }) => id));
});

function notice(n: number): TeamEvent {
  const fact = { type: 'notice-posted', text: `第 ${n} 条` } as const;
  return teamEvent(fact, crypto.randomUUID(), MORNING + n, { ...LOCAL_ORIGIN, by: '0283' });
}

function recording(pushed: string[]): SyncServer {
  return {
    push: async (items: readonly SyncItem[]) => {
      for (const item of items) if (item.type === 'team') pushed.push(item.event.id);
      const results = items.map((): PushResult => ({ outcome: 'applied', revision: 1 }));
      return { ok: true, value: { results } };
    },
    checkNumbers: async (numbers: readonly string[]) => ({
      ok: true as const,
      value: numbers.map(() => null),
    }),
    pull: async () => ({ ok: true, value: { items: [], cursor: 'x.0', more: false } }),
  };
}
