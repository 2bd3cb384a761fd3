import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SYNC_VERSION } from '../../contract/api/sync/version.ts';
import { LOCAL_ORIGIN, type TeamEvent, type TeamFact, teamEvent } from '../../contract/team/team-event.ts';
import { readAudit, recordAudit } from '../../storage/audit-log.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { applyRetention } from '../../storage/retention/apply-retention.ts';
import { markUsed } from '../../storage/retention/forget-agents.ts';
import { TABLE_RETENTION } from '../../storage/retention/table-retention.ts';
import { SCHEMA_VERSIONS } from '../../storage/schema-versions.ts';
import { MORNING, PASSPHRASE, Profile } from '../helpers/profile.ts';

/** The real work factor, several times per test, on a possibly busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const OTHER_PASSPHRASE = '另一位坐席 的 短语 八';
const DAY_MS = 86_400_000;
const HOLIDAY = 40 * DAY_MS;
const KEEP_DAYS = 30;
/** Tables with a column for the agent, and those whose rows are named for one. */
const OF_AGENT = ['notes', 'facts', 'undo', 'outbox', 'journal', 'comments', 'shadows', 'audit'];

let profile: Profile;
beforeEach(() => {
  profile = new Profile();
});
afterEach(() => profile.quit());

const retain = (stores: Stores, days = KEEP_DAYS) => applyRetention(stores, days, profile.now);

/** Somebody else works at this computer, unlocked, and leaves a trace in every table. */
async function colleagueWorksHere(stores: Stores): Promise<string> {
  expect((await stores.vault.setUp(OTHER_PASSPHRASE, '0777')).ok).toBe(true);
  const { agent } = await stores.codec.writer();
  await markUsed(stores.database, agent, profile.now);
  const note = await stores.notes.create({ kind: 'walk-in' }, { text: '同事的' });
  const encrypted = await stores.codec.encode('facts', note, {});
  const { database } = stores;
  await database.facts.put({ note, agent, encrypted });
  await database.undo.put({ note, agent, encrypted });
  await database.shadows.put({ note, agent, revision: 1, encrypted });
  await database.comments.put({ id: crypto.randomUUID(), note, agent, encrypted });
  await database.credentials.put({ agent, encrypted });
  await database.links.put({ agent, encrypted });
  await database.signers.put({ agent, encrypted });
  await database.dialogs.put({ id: crypto.randomUUID(), agent, since: profile.now, encrypted });
  const ringing = {
    type: 'ringing',
    remoteParty: { number: '1', displayName: null },
    queuedMs: null,
  } as const;
  const call = { call: 'call-7', at: profile.now };
  await stores.journal.append([
    { seq: 1, source: 'jssip', event: { ...call, ...ringing } },
    { seq: 2, source: 'jssip', event: { ...call, type: 'ended', end: { how: 'lost' } } },
  ]);
  await recordAudit(stores.notes.ports, { kind: 'revealed', at: profile.now, note });
  return agent;
}

async function rowsOf({ database }: Stores, agent: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of database.tables) {
    const rows = await table.filter((row) => Object.values(row).includes(agent)).count();
    if (rows > 0) found[table.name] = rows;
  }
  return found;
}

describe('retention on a computer', () => {
  it('has a decision for every table', () => {
    const tables = new Set(SCHEMA_VERSIONS.flatMap(({ stores }) => Object.keys(stores)));
    expect(Object.keys(TABLE_RETENTION).sort()).toEqual([...tables].sort());
  });

  it('deletes what belongs to an agent who has not been here for the time that notes are kept, without a key', async () => {
    const stores = await profile.signedIn();
    const left = await colleagueWorksHere(stores);
    expect(Object.keys(await rowsOf(stores, left))).toEqual(expect.arrayContaining(OF_AGENT));
    await stores.vault.signInAs('agent-1');
    await stores.vault.unlock(PASSPHRASE);
    const own = await stores.notes.create({ kind: 'walk-in' }, { text: '自己的' });
    profile.now = MORNING + (KEEP_DAYS - 1) * DAY_MS;
    await retain(stores);
    expect(await stores.database.keys.get(left)).toBeDefined();
    profile.now = MORNING + HOLIDAY;
    const locked = await profile.restart();
    expect(locked.vault.state.state).toBe('locked');
    await retain(locked);
    expect(await rowsOf(locked, left)).toEqual({});
    expect(await locked.vault.agents()).toEqual([{ agent: 'agent-1', label: '0283' }]);
    // Its own note was never sent: it stays, and is counted.
    expect(await locked.database.notes.toCollection().primaryKeys()).toEqual([own]);
    expect(await locked.database.starts.where('agent').equals(left).count()).toBe(0);
  });

  it('keeps an agent who writes without unlocking, and everybody where notes are kept for ever', async () => {
    const stores = await profile.signedIn();
    const colleague = await colleagueWorksHere(stores);
    profile.now = MORNING + HOLIDAY;
    await stores.notes.create({ kind: 'walk-in' }, { text: '锁着写的' });
    await stores.vault.signInAs('agent-1');
    await retain(stores);
    expect(await stores.database.keys.get(colleague)).toBeDefined();
    expect(
      await stores.database.notes.where('[agent+day]').between([colleague, ''], [colleague, 'z']).count(),
    ).toBe(2);
    profile.now = MORNING + 4_000 * DAY_MS;
    await retain(stores, 0);
    expect(await stores.database.keys.get(colleague)).toBeDefined();
  });

  it('of an agent who was removed, keeps only what they have not sent', async () => {
    const stores = await profile.signedIn();
    const left = await colleagueWorksHere(stores);
    const sent = await stores.notes.create({ kind: 'walk-in' }, { text: '已送' });
    await stores.database.outbox.delete(['notes', sent]);
    await stores.vault.signInAs('agent-1');
    await stores.vault.unlock(PASSPHRASE);
    expect(await stores.vault.remove(left)).toMatchObject({ ok: true, unsent: 1 });
    await retain(stores, 0);
    expect(await stores.vault.removed()).toMatchObject([{ agent: left, unsent: 1 }]);
    expect(await stores.database.notes.get(sent)).toBeUndefined();
    const rows = await rowsOf(stores, left);
    expect(rows).toMatchObject({ notes: 1, outbox: 1, facts: 1, keys: 1 });
    for (const table of ['journal', 'audit', 'credentials', 'signers', 'dialogs'])
      expect(rows[table]).toBeUndefined();
    profile.now = MORNING + HOLIDAY;
    await retain(stores);
    expect(await rowsOf(stores, left)).toEqual({});
  });

  it('deletes old synced notes of every agent of the computer, whoever is signed in', async () => {
    const stores = await profile.signedIn();
    const colleague = await colleagueWorksHere(stores);
    const old = await stores.notes.create({ kind: 'walk-in' }, { text: '旧' });
    await stores.database.outbox.delete(['notes', old]);
    profile.now = MORNING + HOLIDAY;
    await markUsed(stores.database, colleague, profile.now);
    await stores.vault.signInAs('agent-1');
    await retain(stores);
    expect(await stores.database.notes.get(old)).toBeUndefined();
    expect(await stores.database.keys.get(colleague)).toBeDefined();
  });

  it('leaves the key of the team with its last holder', async () => {
    const stores = await profile.signedIn();
    const holder = await colleagueWorksHere(stores);
    await stores.database.teamShares.delete('agent-1');
    await stores.vault.signInAs('agent-1');
    profile.now = MORNING + HOLIDAY;
    await retain(stores);
    expect(await rowsOf(stores, holder)).toEqual({ keys: 1, teamShares: 1 });
  });

  it('deletes old entries of its audit log, old marks of calls, and packs that were replaced', async () => {
    const stores = await profile.signedIn();
    const { database } = stores;
    await recordAudit(stores.notes.ports, { kind: 'revealed', at: MORNING, note: 'n' });
    await database.heldCalls.bulkPut([
      { callKey: 'old', since: MORNING, needsWrapUp: true },
      // The clock was a year ahead when it rang.
      { callKey: 'ahead', since: MORNING + 2_000 * DAY_MS, needsWrapUp: true },
    ]);
    profile.now = MORNING + 1_090 * DAY_MS;
    await retain(stores, 0);
    expect((await readAudit(stores.notes.ports)).entries).toHaveLength(1);
    expect(await database.heldCalls.count()).toBe(0);
    profile.now = MORNING + 1_096 * DAY_MS;
    await retain(stores, 0);
    expect((await readAudit(stores.notes.ports)).entries).toEqual([]);
  });
});

describe('shift events on a computer', () => {
  const written = (fact: TeamFact<TeamEvent>, subject: string, at: number, seq?: number): TeamEvent => ({
    ...teamEvent(fact, subject, at, { ...LOCAL_ORIGIN, by: '0283' }),
    ...(seq === undefined ? {} : { seq, receivedAt: at }),
  });
  const shift = (at: number, seq?: number) =>
    written({ type: 'shift-changed', readiness: { state: 'ready' }, because: 'agent' }, '0283', at, seq);

  async function linked(stores: Stores, retentionDays: number | null): Promise<void> {
    const id = crypto.randomUUID();
    await stores.links.save({
      ...{ server: 'https://sansheng.test', token: 'x', cursor: '', pulledBy: SYNC_VERSION },
      me: {
        organisation: { id, name: '试' },
        team: { id, name: '热线', retentionDays },
        ...{
          device: id,
          member: {
            id,
            team: id,
            number: '0283',
            name: '王',
            role: 'agent',
            workOrderRole: 'agent',
            joinedAt: MORNING,
            leftAt: null,
          },
        },
      },
    });
  }
  const times = async ({ team }: Stores) => (await team.load()).events.map(({ at }) => at - MORNING);

  it('are deleted by the days of the team, those that were sent', async () => {
    const stores = await profile.signedIn();
    await stores.team.receive([shift(MORNING, 1), shift(MORNING + 20 * DAY_MS, 2)]);
    await stores.team.append([shift(MORNING + 1)]);
    profile.now = MORNING + HOLIDAY;
    await linked(stores, null);
    await retain(stores);
    expect(await times(stores)).toHaveLength(3);
    await linked(stores, KEEP_DAYS);
    await retain(stores);
    expect(await times(stores)).toEqual([20 * DAY_MS, 1]);
    // Of copies too, which a later load would read.
    const again = await profile.page();
    expect(await times(again)).toEqual([20 * DAY_MS, 1]);
  });

  it('are deleted by the days of the settings where there is no server', async () => {
    const stores = await profile.signedIn();
    await stores.team.append([shift(MORNING), shift(MORNING + 39 * DAY_MS)]);
    profile.now = MORNING + HOLIDAY;
    await retain(stores);
    expect(await times(stores)).toEqual([39 * DAY_MS]);
  });

  it('other events stay until the team deletes them, and older rows are known by their subject afterwards', async () => {
    const stores = await profile.signedIn();
    const subject = crypto.randomUUID();
    const warning = {
      kind: 'prank',
      number: '',
      calledAt: MORNING,
      done: 'stopped',
      remarks: '',
      note: null,
    } as const;
    await stores.team.receive([
      written({ type: 'warning-registered', ...warning }, subject, MORNING, 1),
      shift(MORNING, 2),
    ]);
    await stores.database.team.toCollection().modify((row) => {
      Reflect.deleteProperty(row, 'subject');
      Reflect.deleteProperty(row, 'day');
    });
    profile.now = MORNING + HOLIDAY;
    await linked(stores, KEEP_DAYS);
    await retain(stores);
    expect((await stores.team.load()).events.map(({ type }) => type)).toEqual(['warning-registered']);
    await stores.team.forget(subject);
    expect(await stores.database.team.count()).toBe(0);
  });
});
