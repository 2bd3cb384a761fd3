import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LOCAL_ORIGIN, type TeamEvent, teamEvent } from '../../contract/team/team-event.ts';
import { TeamLog } from '../../pages/session/team-log.ts';
import { Database } from '../../storage/database.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { SCHEMA_VERSIONS } from '../../storage/schema-versions.ts';
import { MORNING, PASSPHRASE, Profile } from '../helpers/profile.ts';

/** The real work factor, several times per test, on a possibly busy machine. */
vi.setConfig({ testTimeout: 60_000 });
const OTHER_PASSPHRASE = '另一位坐席 的 短语 八';

let profile: Profile;

beforeEach(() => {
  profile = new Profile();
});
afterEach(() => profile.quit());

function warning(remarks: string, at = MORNING): TeamEvent {
  const number = '+86 139 0000 1234';
  const facts = { kind: 'prank', number, calledAt: at, done: 'stopped', remarks, note: null } as const;
  const fact = { type: 'warning-registered', ...facts } as const;
  return teamEvent(fact, crypto.randomUUID(), at, { ...LOCAL_ORIGIN, by: '0283' });
}

async function dones({ team }: Stores): Promise<string[]> {
  const { events } = await team.load();
  return events.flatMap((event) => (event.type === 'warning-registered' ? [event.remarks] : []));
}

describe('the team log', () => {
  it('is written locked, reads what this start wrote, and reads it all once unlocked', async () => {
    const first = await profile.signedIn();
    await first.team.append([warning('早班登记')]);
    const second = await profile.restart();
    expect(second.vault.state.state).toBe('locked');
    await second.team.append([warning('锁着登记', MORNING + 1)]);
    expect(await dones(second)).toEqual(['锁着登记']);
    expect(await second.team.load()).toMatchObject({ locked: 1, tampered: 0 });
    await second.vault.unlock(PASSPHRASE);
    expect(await dones(second)).toEqual(['早班登记', '锁着登记']);
  });

  it('takes an event once, however often it comes, and owes it to the server once', async () => {
    const { team, database } = await profile.signedIn();
    const event = warning('一次');
    await team.append([event, event]);
    await team.append([event]);
    await team.receive([event, warning('服务器来的')]);
    expect((await team.load()).events).toHaveLength(2);
    expect(await database.outbox.toArray()).toEqual([
      { table: 'team', id: event.id, agent: 'agent-1', revision: 1, at: MORNING },
    ]);
  });

  it('does not let the server rewrite an event, whoever wrote it, but for what was erased', async () => {
    const { team } = await profile.signedIn();
    const [own, colleagues] = [warning('我写的'), warning('同事写的')];
    const ordered = { ...own, seq: 1, receivedAt: MORNING };
    await team.append([own]);
    await team.receive([ordered, { ...colleagues, seq: 2, receivedAt: MORNING }]);
    const forged = (event: TeamEvent) => ({ ...event, remarks: '改过的', by: '0999', seq: 3 });
    await team.receive([forged(own), forged(colleagues), { ...colleagues, seq: 5, receivedAt: MORNING }]);
    expect((await team.load()).events).toEqual([ordered, { ...colleagues, seq: 5, receivedAt: MORNING }]);
    const redacted = { ...ordered, remarks: '', redactedAt: MORNING };
    await team.receive([redacted]);
    // A page from before the erasure.
    await team.receive([ordered]);
    expect((await team.load()).events).toContainEqual(redacted);
    expect((await team.load()).events).not.toContainEqual(ordered);
  });

  it('stores all of an append or nothing', async () => {
    const { team, database } = await profile.signedIn();
    const broken = { ...warning('x'), at: -1 };
    await expect(team.append([warning('好的'), broken])).rejects.toThrow();
    expect(await database.team.count()).toBe(0);
  });

  it('refuses a row that was changed or moved, and shows the others', async () => {
    const { team, database } = await profile.signedIn();
    await team.append([warning('甲'), warning('乙', MORNING + 1)]);
    const [one, other] = await database.team.toArray();
    if (one === undefined || other === undefined) throw new Error('no rows');
    await database.team.put({ id: one.id, encrypted: other.encrypted });
    expect(await team.load()).toMatchObject({ events: [{}], locked: 0, tampered: 1 });
  });

  it('says nothing in clear', async () => {
    const { team } = await profile.signedIn();
    await team.append([warning('CANARY')]);
    const bytes = await profile.bytesAtRest();
    for (const canary of ['CANARY', '0000 1234', '13900001234']) expect(bytes.includes(canary)).toBe(false);
  });
});

describe('a long team log', () => {
  it('is copied into pages, which the next start opens instead, and which hide nothing', async () => {
    const first = await profile.signedIn();
    const events = Array.from({ length: 1_050 }, (_, at) => warning(`第${at}条`, MORNING + at));
    await first.team.append(events);
    expect((await first.team.load()).events).toHaveLength(1_050);
    await vi.waitFor(async () => expect(await first.database.teamPages.count()).toBe(1), { timeout: 30_000 });
    const opened = vi.spyOn(crypto.subtle, 'decrypt');
    expect((await first.team.load()).events).toEqual(events);
    expect(opened.mock.calls.length).toBeLessThan(200);
    opened.mockRestore();
    expect((await profile.bytesAtRest()).includes('第7条')).toBe(false);

    const locked = await profile.restart();
    expect(await locked.team.load()).toMatchObject({ events: [], locked: 1_050 });
    await locked.vault.unlock(PASSPHRASE);
    await locked.team.append([warning('后来', MORNING + 9_999)]);
    expect((await locked.team.load()).events).toHaveLength(1_051);

    const [forgotten] = events;
    if (forgotten === undefined) throw new Error('no event');
    await locked.team.forget(forgotten.subject);
    expect((await locked.team.load()).events).toHaveLength(1_050);
    expect((await locked.team.load()).events).not.toContainEqual(forgotten);
  });
});

describe('two agents of one computer', () => {
  it('share the team log when the second is added beside the first, unlocked', async () => {
    const { vault, team } = await profile.signedIn();
    await team.append([warning('她登记的')]);
    await vault.setUp(OTHER_PASSPHRASE, '0311');
    expect(await dones({ ...(await profile.page()) })).toEqual(['她登记的']);
    await team.append([warning('他登记的', MORNING + 1)]);
    await vault.signInAs('agent-1');
    expect((await team.load()).locked).toBe(2);
    await vault.unlock(PASSPHRASE);
    expect(await team.load()).toMatchObject({
      events: [{ remarks: '她登记的' }, { remarks: '他登记的' }],
      locked: 0,
    });
  });

  /** The second agent, whom somebody added while the computer was locked. */
  async function addedWhileLocked() {
    await (await profile.signedIn()).team.append([warning('她登记的')]);
    const stores = await profile.restart();
    await stores.vault.setUp(OTHER_PASSPHRASE, '0311');
    const { state } = stores.vault;
    if (state.state === 'not-set-up') throw new Error('not set up');
    return { ...stores, second: state.agent };
  }

  it('share nothing with who was added while the computer was locked, before somebody approves', async () => {
    const { vault, team, second } = await addedWhileLocked();
    expect(await team.load()).toMatchObject({ events: [], locked: 1 });
    await team.append([warning('他登记的', MORNING + 1)]);
    expect(await vault.approve(second)).toEqual({ ok: false, reason: 'no-team-key' });
    await vault.signInAs('agent-1');
    expect(await vault.approve(second)).toEqual({ ok: false, reason: 'no-team-key' });
    await vault.unlock(PASSPHRASE);
    expect((await team.load()).events).toHaveLength(2);
    expect([...(await vault.pending())]).toEqual([second]);
    // An unlock of the holder alone hands over nothing: who was added reads what they wrote.
    await vault.signInAs(second);
    await vault.unlock(OTHER_PASSPHRASE);
    expect(await team.load()).toMatchObject({ events: [{ remarks: '他登记的' }], locked: 1 });
    await vault.signInAs('agent-1');
    await vault.unlock(PASSPHRASE);
    expect(await vault.approve(second)).toEqual({ ok: true });
    expect([...(await vault.pending())]).toEqual([]);
    await vault.signInAs(second);
    await vault.unlock(OTHER_PASSPHRASE);
    expect((await team.load()).events).toHaveLength(2);
  });

  it('stay of one mind when two pages approve and remove the same agent at once', async () => {
    const { vault, database, second } = await addedWhileLocked();
    await vault.signInAs('agent-1');
    await vault.unlock(PASSPHRASE);
    const page = await profile.page();
    const answers = await Promise.all([vault.approve(second), page.vault.approve(second)]);
    expect(answers).toEqual([{ ok: true }, { ok: true }]);
    for (const [first, then] of [
      [vault, page.vault],
      [page.vault, vault],
    ] as const) {
      await Promise.all([first.remove(second), then.approve(second), first.remove(second)]);
      const here = (await vault.agents()).map(({ agent }) => agent).sort();
      expect(here).toEqual((await database.teamShares.toCollection().primaryKeys()).sort());
      expect([...(await vault.pending())]).toEqual([]);
      await vault.approve(second);
    }
  });

  it('lose who is removed: the team has a new key, and what was not sent stays and is counted', async () => {
    const { vault, team, database, second } = await addedWhileLocked();
    await team.append([warning('他登记的', MORNING + 1)]);
    await vault.signInAs('agent-1');
    await vault.unlock(PASSPHRASE);
    await vault.approve(second);
    const before = await database.teamKeys.get('team');
    expect(await vault.remove('agent-1')).toEqual({ ok: false, reason: 'signed-in' });
    expect(await vault.remove(second)).toEqual({ ok: true, unsent: 1 });
    expect(await vault.removed()).toEqual([{ agent: second, label: '0311', unsent: 1 }]);
    expect((await vault.agents()).map(({ agent }) => agent)).toEqual(['agent-1']);
    expect(await vault.signInAs(second)).toEqual({ ok: false, reason: 'no-such-agent' });
    expect(await vault.remove(second)).toEqual({ ok: false, reason: 'no-such-agent' });
    const after = await database.teamKeys.get('team');
    expect(after?.publicKey).not.toEqual(before?.publicKey);
    expect(await database.teamShares.toCollection().primaryKeys()).toEqual(['agent-1']);
    // Everything stays readable for who is still here, also after the next start.
    await team.append([warning('之后', MORNING + 2)]);
    expect((await team.load()).events).toHaveLength(3);
    const later = await profile.restart();
    await later.vault.unlock(PASSPHRASE);
    expect((await later.team.load()).events).toHaveLength(3);
    // Let back in, they read what the team has written meanwhile, and their items can be sent.
    expect(await later.vault.approve(second)).toEqual({ ok: true });
    await later.vault.signInAs(second);
    await later.vault.unlock(OTHER_PASSPHRASE);
    expect((await later.team.load()).events).toHaveLength(3);
    expect(await later.database.outbox.where('agent').equals(second).count()).toBe(1);
  });
});

describe('a profile from before there was a team', () => {
  it('gets the key of the team when it is opened, locked or not, and the agent can read by it', async () => {
    await profile.signedIn();
    const raw = new Database(profile.name);
    await raw.open();
    await Promise.all([raw.teamKeys.clear(), raw.teamShares.clear(), raw.teamStarts.clear()]);
    raw.close();
    const locked = await profile.restart();
    await locked.team.append([warning('升级后')]);
    const later = await profile.restart();
    await later.vault.unlock(PASSPHRASE);
    expect(await dones(later)).toEqual(['升级后']);
    expect(SCHEMA_VERSIONS.length).toBeGreaterThanOrEqual(3);
  });
});

describe('pages of one browser', () => {
  it('hear of every event, and follow a lock and an unlock', async () => {
    const host = await profile.signedIn();
    const panel = await profile.page();
    const teamLog = new TeamLog(panel);
    await host.team.append([warning('早')]);
    await teamLog.load();
    await host.team.append([warning('更早', MORNING - 1)]);
    await vi.waitFor(() =>
      expect(teamLog.events.value).toMatchObject([{ remarks: '更早' }, { remarks: '早' }]),
    );
    await panel.vault.lock();
    await vi.waitFor(() => expect(teamLog.locked.value).toBe(2));
    expect(teamLog.events.value).toEqual([]);
    await panel.vault.unlock(PASSPHRASE);
    await vi.waitFor(() => expect(teamLog.events.value).toHaveLength(2));
    teamLog.close();
  });

  it('keep the number that the server gave an event when an older list is read later', async () => {
    const written = warning('早');
    let published: (events: readonly TeamEvent[]) => void = () => {};
    let read: (events: readonly TeamEvent[]) => void = () => {};
    const loaded = new Promise<readonly TeamEvent[]>((done) => (read = done));
    const teamLog = new TeamLog({
      vault: { state: { state: 'unlocked', agent: '0283', label: '' }, subscribe: () => () => {} },
      team: {
        subscribe: (listener: typeof published) => {
          published = listener;
          return () => {};
        },
        subscribeForgotten: () => () => {},
        load: async () => ({ events: await loaded, locked: 0, tampered: 0, skipped: 0 }),
      },
    });
    const loading = teamLog.load();
    published([{ ...written, seq: 7 }]);
    read([written]);
    await loading;
    expect(teamLog.events.value).toEqual([{ ...written, seq: 7 }]);
    teamLog.close();
  });
});
