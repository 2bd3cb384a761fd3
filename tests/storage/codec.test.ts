import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../storage/open-stores.ts';
import { PASSPHRASE, Profile } from '../helpers/profile.ts';

let profile: Profile;
let stores: Stores;

beforeEach(async () => {
  profile = new Profile();
  stores = await profile.signedIn();
});
afterEach(() => profile.quit());

describe('a encrypted record', () => {
  it('comes back as it was', async () => {
    const record = { text: '“引号”,换行\n和 emoji 😀', nothing: null };
    const encrypted = await stores.codec.encode('notes', 'n1', record);
    expect(await stores.codec.decode('notes', 'n1', encrypted)).toEqual({ ok: true, record });
  });

  it('is refused after a single bit was changed', async () => {
    const encrypted = await stores.codec.encode('notes', 'n1', { text: '原文' });
    for (const at of [0, 40, encrypted.ciphertext.length - 1]) {
      const ciphertext = encrypted.ciphertext.slice();
      ciphertext[at] = (ciphertext[at] ?? 0) ^ 1;
      expect(await stores.codec.decode('notes', 'n1', { ...encrypted, ciphertext })).toEqual({
        ok: false,
        reason: 'tampered',
      });
    }
  });

  it('is refused in another row and in another table', async () => {
    const encrypted = await stores.codec.encode('notes', 'n1', { text: '原文' });
    expect(await stores.codec.decode('notes', 'n2', encrypted)).toMatchObject({ reason: 'tampered' });
    expect(await stores.codec.decode('facts', 'n1', encrypted)).toMatchObject({ reason: 'tampered' });
  });

  it('does not tell by its length whether a number has eight digits or eleven', async () => {
    const short = await stores.codec.encode('notes', 'n1', { number: '88880000' });
    const long = await stores.codec.encode('notes', 'n1', { number: '13900001234' });
    expect(short.ciphertext.length).toBe(long.ciphertext.length);
  });

  it('never repeats: the same text twice gives unrelated bytes', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map(() => stores.codec.encode('notes', 'n1', { text: '同' })),
    );
    expect(Buffer.from(one?.ciphertext ?? [])).not.toEqual(Buffer.from(two?.ciphertext ?? []));
  });

  it('of another start whose secret was exchanged for a known one stays shut', async () => {
    const encrypted = await stores.codec.encode('notes', 'n1', { text: '原文' });
    await stores.vault.lock();
    const starts = await stores.database.starts.toArray();
    const other = starts.find(({ id }) => id !== encrypted.startId);
    const own = starts.find(({ id }) => id === encrypted.startId);
    if (other === undefined || own === undefined) throw new Error('two starts expected');
    await stores.database.starts.put({ ...own, secret: other.secret });
    await stores.vault.unlock(PASSPHRASE);
    expect(await stores.codec.decode('notes', 'n1', encrypted)).toEqual({ ok: false, reason: 'locked' });
  });
});

describe('keyed hashes', () => {
  it('differ by purpose and by start, and unlocking finds them all', async () => {
    const first = await stores.codec.lookupKey('number', '13900001234');
    expect(await stores.codec.lookupKey('call', '13900001234')).not.toBe(first);
    const later = await profile.restart();
    const second = await later.codec.lookupKey('number', '13900001234');
    expect(second).not.toBe(first);
    expect(await later.codec.lookupKeys('number', '13900001234')).toEqual([second]);
    await later.vault.unlock(PASSPHRASE);
    expect([...(await later.codec.lookupKeys('number', '13900001234'))].sort()).toEqual(
      [first, second].sort(),
    );
  });
});
