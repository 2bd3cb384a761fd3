import { afterEach, describe, expect, test } from 'vitest';
import { eraseNumbers } from '../../storage/sync/erase-numbers.ts';
import { Profile } from '../helpers/profile.ts';

const NUMBER = '+8613900001234';
const HOUR = 3_600_000;
const MINUTE = 60_000;

let profile: Profile;
afterEach(() => profile.quit());

/**
 * A note of a call that this device alone has, `after` the erasure by a right clock, on a clock
 * that is `fast` by so much. True if the erasure leaves it.
 */
async function isLeft(after: number, fast: number, known: 'then' | 'now' | 'never'): Promise<boolean> {
  profile = new Profile();
  const { stores, erasedAt } = { stores: await profile.signedIn(), erasedAt: profile.now };
  const startedAt = erasedAt + after + fast;
  const contact = { kind: 'call', call: 'a', direction: 'inbound', number: NUMBER } as const;
  profile.now = startedAt;
  await stores.notes.create(
    { ...contact, displayName: null, startedAt },
    {},
    known === 'then' ? -fast : null,
  );
  const server = {
    offset: known === 'now' ? -fast : null,
    checkNumbers: async (numbers: readonly string[]) =>
      ({ ok: true, value: numbers.map(() => erasedAt) }) as const,
  };
  expect(await eraseNumbers(stores, server)).toEqual({ ok: true });
  return (await stores.database.notes.count()) === 1;
}

describe('a number is erased, and only this computer has a note of it', () => {
  test.each(['then', 'now'] as const)(
    'a clock 12 h fast does not keep it (distance known %s)',
    async (known) => {
      expect(await isLeft(-10 * MINUTE, 12 * HOUR, known)).toBe(false);
    },
  );

  test.each(['then', 'now'] as const)(
    'a clock 3 h slow does not delete what was written after it (distance known %s)',
    async (known) => {
      expect(await isLeft(10 * MINUTE, -3 * HOUR, known)).toBe(true);
    },
  );

  test.each([
    [-MINUTE, false],
    [MINUTE, true],
  ])('with a right clock, %i ms after the erasure: left %s', async (after, left) => {
    expect(await isLeft(after, 0, 'never')).toBe(left);
  });
});
