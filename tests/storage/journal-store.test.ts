import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import { dayOf } from '../../storage/notes/day.ts';
import type { Stores } from '../../storage/open-stores.ts';
import { MORNING, PASSPHRASE, Profile } from '../helpers/profile.ts';

const remoteParty = { number: '+8613900001234', displayName: null };
const ringing = (seq: number, call: string, at = MORNING): JournalEntry => ({
  seq,
  source: 'jssip',
  event: { type: 'ringing', call, at, remoteParty, queuedMs: null },
});
const answered = (seq: number, call: string): JournalEntry => ({
  seq,
  source: 'jssip',
  event: { type: 'answered', call, at: MORNING + 5_000 },
});
const ended = (seq: number, call: string): JournalEntry => ({
  seq,
  source: 'jssip',
  event: { type: 'ended', call, at: MORNING + 60_000, end: { how: 'hung-up', by: 'remote-party' } },
});
const registered: JournalEntry = { seq: 3, source: 'jssip', event: { type: 'registered', at: MORNING } };

let profile: Profile;
let stores: Stores;

beforeEach(async () => {
  profile = new Profile();
  stores = await profile.signedIn();
});
afterEach(() => profile.quit());

describe('the journal at rest', () => {
  it('loads by sequence, by day and by call, in order', async () => {
    const { journal } = stores;
    const entries = [ringing(1, 'a'), ringing(2, 'b'), registered, answered(4, 'a'), ended(5, 'a')];
    await journal.append(entries.slice(0, 3));
    await journal.append(entries.slice(3));
    expect(await journal.newestSeq()).toBe(5);
    expect((await journal.load({ sinceSeq: 0 })).entries).toEqual(entries);
    expect((await journal.load({ sinceSeq: 3 })).entries.map(({ seq }) => seq)).toEqual([4, 5]);
    expect((await journal.load({ call: 'a' })).entries.map(({ seq }) => seq)).toEqual([1, 4, 5]);
    expect((await journal.load({ day: dayOf(MORNING) })).entries).toHaveLength(5);
    expect((await journal.load({ day: dayOf(MORNING - 86_400_000) })).entries).toHaveLength(0);
  });

  it('counts what a locked start cannot read, and shows it after unlocking', async () => {
    await stores.journal.append([ringing(1, 'a'), ended(2, 'a')]);
    const later = await profile.restart();
    await later.journal.append([ringing(3, 'b')]);
    expect(await later.journal.load({ sinceSeq: 0 })).toEqual({
      entries: [ringing(3, 'b')],
      locked: 2,
      tampered: 0,
      skipped: 0,
    });
    await later.vault.unlock(PASSPHRASE);
    expect(await later.journal.load({ sinceSeq: 0 })).toMatchObject({ locked: 0, entries: { length: 3 } });
  });

  it('stores a batch whole or not at all', async () => {
    const { journal } = stores;
    await journal.append([ringing(1, 'a')]);
    await expect(journal.append([answered(2, 'a'), ringing(1, 'b')])).rejects.toThrow();
    expect(await journal.newestSeq()).toBe(1);
  });

  it('counts a changed entry and shows the others', async () => {
    const { journal, database } = stores;
    await journal.append([ringing(1, 'a'), ended(2, 'a')]);
    const [first, second] = await database.journal.toArray();
    if (first === undefined || second === undefined) throw new Error('two rows expected');
    await database.journal.put({ ...second, encrypted: first.encrypted });
    expect(await journal.load({ sinceSeq: 0 })).toMatchObject({ tampered: 1, entries: [{ seq: 1 }] });
  });
});

describe('a host that died in a call', () => {
  it('finds the call open and closes it as lost', async () => {
    await stores.journal.append([ringing(1, 'a'), answered(2, 'a'), ringing(3, 'b'), ended(4, 'b')]);
    const open = await stores.journal.openCalls();
    expect(open).toMatchObject([{ call: 'a' }]);
    for (const call of open) await stores.journal.closeAsLost(call, 5, MORNING + 9_000);
    expect(await stores.journal.openCalls()).toEqual([]);
    expect((await stores.journal.load({ call: 'a' })).entries.at(-1)?.event).toEqual({
      ...{ type: 'ended', call: 'a', at: MORNING + 9_000 },
      end: { how: 'lost' },
    });
  });

  it('and comes back locked closes it unread; unlocked, the end belongs to its call', async () => {
    await stores.journal.append([ringing(1, 'a'), answered(2, 'a')]);
    const later = await profile.restart();
    const open = await later.journal.openCalls();
    expect(open).toMatchObject([{ call: null }]);
    for (const call of open) await later.journal.closeAsLost(call, 3, MORNING + 9_000);
    expect(await later.journal.openCalls()).toEqual([]);
    expect((await later.journal.load({ sinceSeq: 0 })).locked).toBe(3);

    await later.vault.unlock(PASSPHRASE);
    const { entries } = await later.journal.load({ call: 'a' });
    expect(entries.map(({ event }) => event.type)).toEqual(['ringing', 'answered', 'ended']);
    expect(entries.at(-1)?.event).toMatchObject({ call: 'a', end: { how: 'lost' } });
  });

  it('a call that outlives a sign-out stays one call', async () => {
    await stores.journal.append([ringing(1, 'a')]);
    await stores.vault.lock();
    await stores.vault.unlock(PASSPHRASE);
    await stores.journal.append([ended(2, 'a')]);
    expect(await stores.journal.openCalls()).toEqual([]);
    expect((await stores.journal.load({ call: 'a' })).entries).toHaveLength(2);
  });
});
