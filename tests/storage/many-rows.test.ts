import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { deleteRead, readAround } from '../../storage/many-rows.ts';
import { Profile } from '../helpers/profile.ts';

type Key = [table: 'facts' | 'notes', id: string];

const ALL = Array.from({ length: 120 }, (_, n): Key => [n % 2 === 0 ? 'facts' : 'notes', String(n)]);
const keys = fc.oneof(fc.subarray(ALL), fc.subarray(ALL, { maxLength: 10 }));

it('reads the rows that were asked for, and deletes no other, be they few or many, close together or far apart', async () => {
  const profile = new Profile();
  const { outbox } = (await profile.signedIn()).database;
  const isAmong = (some: readonly Key[]) => {
    const names = new Set(some.map(String));
    return (one: Key) => names.has(String(one));
  };
  await fc.assert(
    fc.asyncProperty(keys, keys, fc.boolean(), async (there, others, areAllAsked) => {
      await outbox.clear();
      await outbox.bulkPut(there.map(([table, id]) => ({ table, id, agent: '0283', revision: 1 })));
      const asked = there.filter(areAllAsked ? () => true : isAmong(others));
      const read = await readAround(outbox, areAllAsked ? asked : others);
      const found = read.map(({ table, id }) => String([table, id]));
      expect(found).toEqual(expect.arrayContaining(asked.map(String)));
      expect(new Set(found).size).toBe(found.length);
      await deleteRead(outbox, asked);
      const left = (await outbox.toCollection().primaryKeys()).map(String);
      expect(left.sort()).toEqual(
        there
          .filter((one) => !isAmong(asked)(one))
          .map(String)
          .sort(),
      );
    }),
    { numRuns: 60 },
  );
  profile.quit();
});
