import { afterEach, expect, it, vi } from 'vitest';
import { Database } from '../../storage/database.ts';
import { SCHEMA_VERSIONS } from '../../storage/schema-versions.ts';
import { Profile } from '../helpers/profile.ts';

let profile: Profile | null = null;
afterEach(() => profile?.quit());

it('says strict, so that complete means on the disk', async () => {
  const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
  profile = new Profile();
  const { notes } = await profile.signedIn();
  await notes.create({ kind: 'walk-in' });
  const writes = asked.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes.length).toBeGreaterThan(0);
  for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' });
  asked.mockRestore();
});

it.each(SCHEMA_VERSIONS.map(({ version }) => version))(
  'opens a store of version %i with the newest and keeps every row',
  async (version) => {
    const name = `old ${crypto.randomUUID()}`;
    const old = new Database(
      name,
      SCHEMA_VERSIONS.filter((one) => one.version <= version),
    );
    const encrypted = { startId: 's', iv: new Uint8Array(12), ciphertext: new Uint8Array(64) };
    const note = {
      id: 'n',
      agent: 'a',
      day: '2026-11-22',
      revision: 3,
      callKey: '',
      numberKeys: ['k'],
      exportedRevision: 0,
      encrypted,
    };
    await old.notes.put(note);
    await old.outbox.put({ table: 'notes', id: 'n', agent: 'a', revision: 3 });
    old.close();
    const now = new Database(name);
    expect(await now.notes.where('numberKeys').equals('k').toArray()).toEqual([note]);
    expect(await now.outbox.count()).toBe(1);
    // Tables and indexes of every newer version exist and work.
    expect(await now.notes.where('[agent+changed+day]').above(['a', '', '']).count()).toBe(0);
    await now.team.put({ id: 't', encrypted });
    expect(await now.team.where('encrypted.startId').equals('s').count()).toBe(1);
    expect(await now.notePages.count()).toBe(0);
    expect(await now.shadows.count()).toBe(0);
    now.close();
  },
);

it('numbers its versions upwards', () => {
  const versions = SCHEMA_VERSIONS.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
});
