import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pack } from '../../../contract/pack/pack.ts';
import { parsePack } from '../../../contract/pack/parse-pack.ts';
import { canonicalJson } from '../../../contract/release/canonical-json.ts';
import { diffPacks } from '../../../contract/release/diff-packs.ts';
import type { PackChange } from '../../../contract/release/pack-change.ts';
import { placesOf, valueAt, without, withValue } from '../../helpers/edit-json.ts';
import { smallPack } from '../../helpers/small-pack.ts';

const pack = smallPack();
const at = (id: string) => pack.situations.findIndex((situation) => situation.id === id);
const silent = at('silent-caller');
const steps = pack.situations[silent]?.steps ?? [];
const secondWait = steps.flatMap((step, n) => (step.kind !== 'branch' && step.wait ? [n] : []))[1] ?? -1;

/** The changes from the pack to what `edit` made of it, each in one line. */
function changes(
  ...edits: readonly (readonly [path: readonly (string | number)[], value: unknown])[]
): string[] {
  const after = edits.reduce<unknown>((before, [path, value]) => withValue(before, path, value), pack);
  const parsed = parsePack(after);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return diffPacks(pack, parsed.pack).map(line);
}

function line({ places, field, nthWait, what }: PackChange): string {
  const where = places.map(({ list, position, id }) => id ?? `${list} ${position + 1}`);
  const wait = nthWait === null ? '' : ` [wait ${nthWait}]`;
  const values = 'value' in what ? [what.value] : what.kind === 'set' ? [what.from, what.to] : [];
  const said = values.map((value) => ('number' in value ? `${value.number} ${value.unit}` : value.is));
  return `${[...where, ...field].join('/')}${wait} ${what.kind} ${said.join(' → ')}`.trim();
}

test('a wait that became shorter is told as the n-th wait of its script, with both times', () => {
  const seconds = ['situations', silent, 'steps', secondWait, 'wait', 'seconds'];
  expect(valueAt(pack, seconds)).toBe(5);
  const step = steps[secondWait]?.id;
  expect(changes([seconds, 4])).toEqual([`silent-caller/${step}/wait/seconds [wait 2] set 5 s → 4 s`]);
});

test('a sentence that changed is one change, in however many languages it did', () => {
  const text = ['situations', silent, 'steps', 0, 'text'];
  const now = { 'zh-CN': '您好，听得到吗？', 'zh-TW': '您好，聽得到嗎？', en: 'Hello, can you hear me?' };
  expect(changes([text, now])).toEqual([`silent-caller/${steps[0]?.id}/text set text → text`]);
});

test('an entry put in the middle is one addition, and what comes after it did not move', () => {
  const festival = { ...pack.festivals[0], id: 'team-day' };
  const festivals = [...pack.festivals.slice(0, 1), festival, ...pack.festivals.slice(1)];
  expect(changes([['festivals'], festivals])).toEqual(['team-day added part']);
});

test('one entry carried to the front is one move, not a move of all the others', () => {
  const last = pack.situations.at(-1);
  const turned = [last, ...pack.situations.slice(0, -1)];
  expect(changes([['situations'], turned])).toEqual([`${last?.id} moved`]);
});

test('a trigger is told by itself, though triggers have no ids', () => {
  const triggers = pack.situations[silent]?.triggers ?? [];
  const found = triggers.findIndex(({ kind }) => kind === 'silence');
  expect(changes([['situations', silent, 'triggers', found, 'seconds'], 9])).toEqual([
    `silent-caller/triggers ${found + 1}/seconds set ${secondsOf(triggers[found])} → 9 s`,
  ]);
});

test('settings, words and yes-or-no are told with their kind', () => {
  expect(changes([['settings', 'ringLimit'], 4], [['settings', 'cadence'], 'JP'])).toEqual([
    'settings/cadence set word → word',
    'settings/ringLimit set 3 rings → 4 rings',
  ]);
});

test('says nothing if nothing changed, and something at the very place if something did', () => {
  expect(diffPacks(pack, structuredClone(pack))).toEqual([]);
  const places = placesOf(pack);
  let sound = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.jsonValue({ maxDepth: 1 }),
      fc.boolean(),
      (path, value, cut) => {
        const after = (cut ? without(pack, path) : withValue(pack, path, value)) as Pack;
        const found = diffPacks(pack, after);
        expect(found.length === 0).toBe(canonicalJson(after) === canonicalJson(pack));
        for (const { path: place, what } of found) {
          const stands = valueAt(what.kind === 'removed' ? pack : after, place);
          if (what.kind === 'added' || what.kind === 'removed') expect(stands).toBeDefined();
          expect(place.slice(0, 1)).toEqual(path.slice(0, 1));
        }
        sound += found.length;
      },
    ),
    { numRuns: 120 },
  );
  expect(sound).toBeGreaterThan(60);
}, 30_000);

function secondsOf(trigger: object | undefined): string {
  return trigger !== undefined && 'seconds' in trigger ? `${String(trigger.seconds)} s` : 'nothing';
}
