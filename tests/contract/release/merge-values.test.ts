import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../contract/release/canonical-json.ts';
import { mergeValues } from '../../../contract/release/merge-values.ts';

const entry = (id: string, wait = 5, text = 'x') => ({ id, wait, text });
const before = { title: 'a', ring: 3, list: [entry('s1'), entry('s2'), entry('s3')], tags: ['x', 'y'] };

describe('two states made from one', () => {
  it('are one where they changed different places', () => {
    const mine = { ...before, ring: 4, list: [entry('s1'), entry('s2', 7), entry('s3')] };
    const theirs = { ...before, title: 'b', list: [entry('s1'), entry('s2', 5, 'y'), entry('s3')] };
    expect(mergeValues({ before, mine, theirs })).toEqual({
      merged: true,
      value: { ...before, title: 'b', ring: 4, list: [entry('s1'), entry('s2', 7, 'y'), entry('s3')] },
    });
  });

  it('keep what either added, behind the entry that it was put behind', () => {
    const mine = { list: [entry('s1'), entry('new'), entry('s2'), entry('s3')] };
    const theirs = { list: [entry('s1'), entry('s2'), entry('s3'), entry('last')] };
    expect(
      mergeValues({ before, mine: { ...before, ...mine }, theirs: { ...before, ...theirs } }),
    ).toMatchObject({
      value: { list: ['s1', 'new', 's2', 's3', 'last'].map((id) => ({ id })) },
    });
  });

  it('keep the holidays that each added, in either order', () => {
    const holiday = (from: string, name = from) => ({ name: { 'zh-CN': name }, from, to: from });
    const calendar = { holidays: [holiday('2027-01-01')], shifted: [{ day: '2027-01-03', as: 'fri' }] };
    const mine = {
      holidays: [...calendar.holidays, holiday('2027-02-06', '春节')],
      shifted: [...calendar.shifted, { day: '2027-02-14', as: 'mon' }],
    };
    const theirs = {
      holidays: [...calendar.holidays, holiday('2027-04-05', '清明')],
      shifted: [...calendar.shifted, { day: '2027-04-10', as: 'tue' }],
    };
    const merged = mergeValues({ before: calendar, mine, theirs });
    if (!merged.merged) throw new Error('clash');
    expect(merged.value).toMatchObject({
      holidays: expect.arrayContaining([...mine.holidays, ...theirs.holidays]),
      shifted: expect.arrayContaining([...mine.shifted, ...theirs.shifted]),
    });
    const same = { ...calendar, holidays: [...calendar.holidays, holiday('2027-02-06', '假期')] };
    expect(mergeValues({ before: calendar, mine, theirs: same })).toEqual({ merged: false });
  });

  it('keep the sentences and tags that each added, though those have no name', () => {
    expect(
      mergeValues({
        before,
        mine: { ...before, tags: ['x', 'own', 'y'] },
        theirs: { ...before, tags: ['x', 'y', 'z'] },
      }),
    ).toMatchObject({ merged: true, value: { tags: ['x', 'own', 'y', 'z'] } });
  });

  it('keep an order that one changed, and what the other removed stays away', () => {
    const mine = { list: [entry('s3'), entry('s1'), entry('s2')] };
    const theirs = { list: [entry('s1'), entry('s3', 9)] };
    expect(
      mergeValues({ before, mine: { ...before, ...mine }, theirs: { ...before, ...theirs } }),
    ).toMatchObject({
      value: { list: [entry('s3', 9), entry('s1')] },
    });
  });

  it.each([
    ['the same value', { ring: 4 }, { ring: 5 }],
    [
      'an entry that the other removed',
      { list: [entry('s1'), entry('s2', 9), entry('s3')] },
      { list: [entry('s1'), entry('s3')] },
    ],
    [
      'the order, each in another way',
      { list: [entry('s2'), entry('s1'), entry('s3')] },
      { list: [entry('s1'), entry('s3'), entry('s2')] },
    ],
    ['a list without names for its entries', { tags: ['x', 'y', 'z'] }, { tags: ['y'] }],
    [
      'two new entries of one name',
      { list: [...before.list, entry('new', 1)] },
      { list: [...before.list, entry('new', 2)] },
    ],
  ])('clash where both changed %s', (_what, mine, theirs) => {
    expect(mergeValues({ before, mine: { ...before, ...mine }, theirs: { ...before, ...theirs } })).toEqual({
      merged: false,
    });
  });

  it('hold the preferred change where both changed the same, and every other change', () => {
    const mine = { ...before, ring: 4, tags: ['z'], list: [entry('s2', 9), entry('s1'), entry('s3')] };
    const theirs = { ...before, title: 'b', ring: 5, list: [entry('s1'), entry('s3'), entry('s2', 8, 'y')] };
    expect(mergeValues({ before, mine, theirs }, 'mine')).toEqual({
      merged: true,
      value: { title: 'b', ring: 4, tags: ['z'], list: [entry('s2', 9, 'y'), entry('s1'), entry('s3')] },
    });
    expect(mergeValues({ before, mine, theirs }, 'theirs')).toEqual({
      merged: true,
      value: { title: 'b', ring: 5, tags: ['z'], list: [entry('s1'), entry('s3'), entry('s2', 8, 'y')] },
    });
  });

  it('lose nothing that only one of them did, whichever of them merges', () => {
    const list = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), wait: fc.nat(3) }),
      { selector: ({ id }) => id },
    );
    const state = fc.record({ title: fc.constantFrom('x', 'y', 'z'), list });
    fc.assert(
      fc.property(state, state, state, (base, mine, theirs) => {
        const [one, other] = [
          mergeValues({ before: base, mine, theirs }),
          mergeValues({ before: base, mine: theirs, theirs: mine }),
        ];
        expect(one.merged).toBe(other.merged);
        expect(mergeValues({ before: base, mine, theirs: base })).toEqual({ merged: true, value: mine });
        expect(mergeValues({ before: base, mine: base, theirs })).toEqual({ merged: true, value: theirs });
        if (!one.merged) return;
        const merged = new Map(entriesOf(one.value));
        for (const [sides, others] of [
          [mine, theirs],
          [theirs, mine],
        ] as const) {
          const [was, is, there] = [base, sides, others].map(({ list }) => new Map(entriesOf({ list })));
          for (const id of ['a', 'b', 'c', 'd', 'e']) {
            // Changed here and left alone there: it is as it was made here.
            if (was?.get(id) !== is?.get(id) && was?.get(id) === there?.get(id))
              expect(merged.get(id)).toBe(is?.get(id));
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

function entriesOf(value: unknown): [string, string][] {
  const list: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'list') : [];
  if (!Array.isArray(list)) return [];
  return list.map((entry: { readonly id: string }) => [entry.id, canonicalJson(entry)]);
}
