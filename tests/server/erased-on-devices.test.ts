import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { WRITTEN_DIGITS } from '../../contract/numbers/written-digits.ts';
import { LOCAL_ORIGIN, type TeamFact, teamEvent } from '../../contract/team/team-event.ts';
import type { Encrypted } from '../../storage/database.ts';
import { expireDialogs } from '../../storage/journal/dialog-store.ts';
import type { TABLE_RETENTION } from '../../storage/retention/table-retention.ts';
import { writePage } from '../../storage/search/note-pages.ts';
import { encryptRecord, openRecord } from '../../storage/vault/encrypted-record.ts';
import { openDraft } from '../helpers/note-of-a-call.ts';
import { PASSPHRASE } from '../helpers/profile.ts';
import { type Listening, listening } from '../helpers/server/listening.ts';
import { type Seat, type ServerBed, serverBed } from '../helpers/server/server-bed.ts';
import { SyncDevice } from '../helpers/server/sync-device.ts';
import { harassed, planned } from '../helpers/team-story.ts';

const NUMBER = '+86 139 0000 5678';
const DIGITS = '13900005678';
const NAME = '欧阳清';
const OTHER = '+8613900001234';

let bed: ServerBed;
let server: Listening;
let admin: Seat;
let device: SyncDevice;
beforeAll(async () => {
  bed = await serverBed();
  server = await listening(bed);
});
afterAll(async () => {
  await server.close();
  await bed.close();
});
beforeEach(async () => {
  admin = await bed.organisation();
  device = await SyncDevice.enrolled(await bed.seat('agent', admin), server.origin);
  bed.clock.now = Math.max(bed.clock.now, device.profile.now);
});
afterEach(() => device.profile.quit());

const erases = async () => {
  bed.clock.now += 1;
  const erased = await bed.ask(admin, 'POST', `/v1/teams/${admin.team}/erasures`, { number: NUMBER });
  expect(erased.status).toBe(200);
};

function isEncrypted(value: unknown): value is Encrypted {
  return typeof value === 'object' && value !== null && 'ciphertext' in value;
}

/** Every row of every table, decrypted; those that name the number or the person. */
async function traces(): Promise<readonly string[]> {
  const { database, vault } = device.stores;
  const found: string[] = [];
  let read = 0;
  for (const table of database.tables) {
    await table.each(async () => undefined);
    const keys = await table.toCollection().primaryKeys();
    const rows = await table.bulkGet(keys);
    for (const [at, row] of rows.entries()) {
      const { encrypted } = Object(row);
      let text = JSON.stringify(row);
      if (isEncrypted(encrypted)) {
        const ring = table.name === 'team' || table.name === 'teamPages' ? vault.teamRing : vault.ring;
        const opened = await openRecord(
          await ring.find(encrypted.startId),
          table.name,
          String(keys[at]),
          encrypted,
        );
        if (!opened.ok) throw new Error(`${table.name} ${String(keys[at])}: ${opened.reason}`);
        text += JSON.stringify(opened.record);
        read += 1;
      }
      const digits = Array.from(text, (one) => WRITTEN_DIGITS.get(one) ?? '').join('');
      if (digits.includes(DIGITS) || text.includes(NAME)) found.push(`${table.name}: ${text.slice(0, 300)}`);
    }
  }
  expect(read).toBeGreaterThan(0);
  return found;
}

const event = (fact: TeamFact, subject: string = crypto.randomUUID()) =>
  teamEvent(fact, subject, device.profile.now, { ...LOCAL_ORIGIN, by: device.seat.number });

let seq = 0;
async function calls(call: string, number: string, transferTo: string | null = null): Promise<void> {
  const at = device.profile.now;
  const remoteParty = { number, displayName: NAME };
  const events = [
    { type: 'ringing', call, at, remoteParty, queuedMs: null },
    { type: 'answered', call, at },
    ...(transferTo === null
      ? []
      : [{ type: 'transfer-started', call, at, target: transferTo, kind: 'blind' } as const]),
    { type: 'ended', call, at, end: { how: 'lost' } },
    { type: 'wrap-up-finished', call, at },
  ] as const;
  for (const event of events) {
    seq += 1;
    await device.stores.journal.append([{ seq, source: 'jssip', event }]);
  }
}

/** Notes, events and calls of the person, and of others that name the person. */
async function knowsNumber(): Promise<void> {
  await device.writesNote('own', { surname: NAME, text: '要删' }, NUMBER);
  const other = await device.writesNote('other', { text: `${NAME}的电话是 ${NUMBER}` }, OTHER);
  await device.types(other, { text: `电话是 139-0000-5678，转过去` });
  const none = { count: 0, totalMs: 0 };
  await device.stores.notes.finalizeFacts(other, {
    ...{ rings: 1, queuedMs: null, answeredAt: null, endedAt: device.profile.now, end: { how: 'lost' } },
    ...{ holds: none, mutes: none, situations: [], steps: [], forcedHangUps: 0, line: [] },
    originalTarget: { number: NUMBER, displayName: NAME },
  });
  await device.stores.team.append([
    event(planned(device.profile.now, { number: NUMBER, surname: NAME })),
    event(harassed(NUMBER, device.profile.now, { remarks: NAME })),
    event({ type: 'notice-posted', text: `请回 ０１３９００００５６７８` }),
  ]);
}

const keys = 'keys, and ids without a person';
const account = 'the agent’s own account or key';
const SECRETS = 'of a server, a team or a pack; no customer is in it';

/** Where the number is planted, or why it cannot be. A new table does not compile without. */
const PLANTED: Readonly<Record<keyof typeof TABLE_RETENTION, true | string>> = {
  ...{ journal: true, notes: true, facts: true, undo: true, notePages: true, shadows: true },
  ...{ comments: true, dialogs: true, team: true, teamPages: true },
  ...{ outbox: keys, openCalls: keys, heldCalls: keys, laterDeletions: keys, starts: keys, meta: keys },
  ...{ teamStarts: keys, teamKeys: keys, teamShares: keys, orderCounters: keys },
  ...{ keys: account, credentials: account, signers: account, sipAccounts: account, links: account },
  ...{ packReleases: SECRETS, packTrust: SECRETS },
  refusals: 'a reason and the name of a field',
  audit: 'what was done, how often, and the name of a file; never whose number',
};

/** Copies of all that is stored, and what a dead host left of a call. */
async function copiesAndDialogs(): Promise<void> {
  const { database, codec, vault, dialogs } = device.stores;
  const now = device.profile.now;
  const rows = await database.notes.toArray();
  const texts = [...(await device.notes()).values()].map(({ text }) => `${NAME} ${DIGITS} ${text}`);
  const entries = rows.map(({ id, day }, at) => ({
    ...{ id, day, createdAt: now, tags: [], text: texts[at] ?? DIGITS },
  }));
  const { day } = rows[0] ?? { day: '' };
  const revisions = new Map(rows.map(({ id, revision }) => [id, revision]));
  await writePage(database, await codec.writer(), { from: day, to: day, entries }, revisions);
  const ring = vault.teamRing;
  const encrypted = await encryptRecord(await ring.current(), 'teamPages', 'page', await device.team());
  await database.teamPages.put({ id: 'page', provisional: false, encrypted });
  const uri = `sip:${DIGITS}@pbx.example`;
  const dialog = {
    ...{ callId: 'a', localTag: 'b', remoteTag: 'c', localUri: 'sip:0283@pbx.example', cseq: 1 },
    ...{ remoteUri: uri, remoteTarget: uri, routeSet: [] },
  };
  await dialogs.put('row', { user: '0283', domain: 'pbx.example', at: now, dialog });
}

async function commented(): Promise<void> {
  const [own] = await device.stores.database.notes.toCollection().primaryKeys();
  const path = `/v1/teams/${admin.team}/notes/${own}/comments`;
  expect((await bed.ask(admin, 'POST', path, { text: `${NAME}是 ${NUMBER}` })).status).toBe(200);
  expect(await device.sync()).toEqual({ ok: true });
}

test('what was synced, what only the computer has and what copies it: no table names the number', async () => {
  await knowsNumber();
  await calls('own', NUMBER);
  await calls('missed', '0139 0000 5678');
  await calls('elsewhere', OTHER, NUMBER);
  expect(await device.sync()).toEqual({ ok: true });
  await commented();
  await copiesAndDialogs();
  const planted = Object.entries(PLANTED).flatMap(([table, one]) => (one === true ? [table] : []));
  const found = new Set((await traces()).map((trace) => trace.split(':')[0]));
  expect([...found].sort()).toEqual(planted.sort());
  await erases();
  expect(await device.sync()).toEqual({ ok: true });
  // A dialog is needed to end its call, and goes within a day.
  expect((await traces()).filter((trace) => !trace.startsWith('dialogs'))).toEqual([]);
  await expireDialogs(device.stores.database, device.profile.now + 24 * 3_600_000);
  expect(await traces()).toEqual([]);
  expect([...(await device.notes()).values()].map(({ text }) => text)).toEqual(['电话是 █，转过去']);
  expect(await device.team()).toMatchObject([{ type: 'notice-posted', text: '请回 █' }]);
  // Nothing comes back with the next rounds.
  expect(await device.sync()).toEqual({ ok: true });
  expect(await traces()).toEqual([]);
});

test('what was offline meanwhile is deleted or redacted by its push', async () => {
  await knowsNumber();
  await erases();
  expect(await device.sync()).toEqual({ ok: true });
  expect(await device.sync()).toEqual({ ok: true });
  expect(await traces()).toEqual([]);
  expect([...(await device.notes()).values()].map(({ text }) => text)).toEqual(['电话是 █，转过去']);
});

test('what the agent kept here and never sends is deleted too', async () => {
  await knowsNumber();
  await device.stores.database.outbox.clear();
  await erases();
  expect(await device.sync()).toEqual({ ok: true });
  expect(await traces()).toEqual([]);
});

test('only numbers of what the server does not have are submitted', async () => {
  await device.writesNote('synced', { text: '同步过' }, OTHER);
  await calls('synced', OTHER);
  await device.sync();
  await calls('missed', '021 5555 0101');
  await erases();
  const asked: unknown[] = [];
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (String(input).endsWith('/v1/sync/numbers')) asked.push(JSON.parse(String(init?.body)));
    return await original(input, init);
  };
  expect(await device.sync()).toEqual({ ok: true });
  globalThis.fetch = original;
  expect(asked).toEqual([{ numbers: ['2155550101'] }]);
});

test('a comment that the device knows is redacted, and deleted with the person’s own note', async () => {
  const own = await device.writesNote('own', { surname: NAME }, NUMBER);
  const other = await device.writesNote('other', { text: '……' }, OTHER);
  await device.sync();
  for (const note of [own, other]) {
    const path = `/v1/teams/${admin.team}/notes/${note}/comments`;
    const written = await bed.ask(admin, 'POST', path, { text: `${NAME}是 139 0000 5678` });
    expect(written.status).toBe(200);
  }
  await device.sync();
  await device.stores.comments.markRead(other);
  expect((await traces()).filter((trace) => trace.startsWith('comments'))).toHaveLength(2);
  await erases();
  expect(await device.sync()).toEqual({ ok: true });
  expect(await traces()).toEqual([]);
  expect(await device.stores.comments.ofNote(other)).toMatchObject([{ text: expect.stringContaining('█') }]);
});

test('what the server refused leaves no refusal behind when it is erased', async () => {
  const { stores } = device;
  const note = await device.writesNote('own', { surname: NAME }, NUMBER);
  const order = event(planned(device.profile.now, { number: NUMBER, surname: NAME }));
  await device.sync();
  const path = `/v1/teams/${admin.team}/notes/${note}/comments`;
  expect((await bed.ask(admin, 'POST', path, { text: '请补全' })).status).toBe(200);
  await device.sync();
  await stores.comments.markRead(note);
  await stores.team.append([order]);
  await device.types(note, { text: '太长' });
  const unsent = await stores.database.outbox.toArray();
  expect(unsent.map(({ table }) => table).sort()).toEqual(['comments', 'notes', 'team']);
  await stores.database.refusals.bulkPut(
    unsent.map(({ at: _, ...row }) => ({ ...row, reason: 'invalid', detail: 'text' })),
  );
  await erases();
  expect(await device.sync()).toEqual({ ok: true });
  expect(await traces()).toEqual([]);
  expect(await stores.database.refusals.toArray()).toEqual([]);
  expect(await device.unsent()).toBe(0);
});

test('an agent who does not have the team’s key yet deletes what is marked', async () => {
  const { team, vault, database } = device.stores;
  const order = event(planned(device.profile.now, { number: NUMBER, surname: NAME }));
  const unsent = event(planned(device.profile.now, { number: NUMBER, surname: NAME }));
  await team.append([order]);
  await device.sync();
  await database.teamShares.clear();
  device.profile.quit();
  Object.assign(device, { stores: await device.profile.restart() });
  await device.stores.team.append([unsent]);
  await device.stores.vault.unlock(PASSPHRASE);
  await erases();
  expect(await device.sync()).toEqual({ ok: true });
  expect(await device.stores.database.team.count()).toBe(0);
  expect(vault.state.state).toBe('unlocked');
});

test('a page that is open shows the redacted event at once', async () => {
  const { TeamLog } = await import('../../pages/session/team-log.ts');
  const log = new TeamLog(device.stores);
  await device.stores.team.append([event({ type: 'notice-posted', text: `请回 ${NUMBER}` })]);
  await device.sync();
  await erases();
  await device.sync();
  expect(log.events.value).toMatchObject([{ text: '请回 █' }]);
  log.close();
});

test('a draft that is open gets the redacted text', async () => {
  const id = await device.writesNote('open', { text: '……' }, OTHER);
  const draft = await openDraft(device.stores.notes, id);
  draft.type({ text: `找 ${NUMBER}` });
  await draft.settled();
  await device.sync();
  await erases();
  await device.sync();
  draft.close();
  expect(await traces()).toEqual([]);
});
