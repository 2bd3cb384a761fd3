import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainIssue } from '../../contract/pack/explain-issue.ts';
import { PACK_LANGUAGES } from '../../contract/pack/localized-text.ts';
import { parsePack } from '../../contract/pack/parse-pack.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { wordsIn } from '../../tools/words-in.ts';
import { placesOf, without, withValue } from '../helpers/edit-json.ts';

/**
 * Scripts that between them use every kind of step, trigger rule and reference, and lead only to
 * one another.
 */
const KEPT = [
  'greeting',
  'silent-caller',
  'quiet-caller',
  'handsfree-unclear',
  'still-waiting',
  'cannot-answer-query',
  'anything-else',
  'goodbye',
  'harassment',
];
const shipped = loadPack();
const pack = { ...shipped, situations: shipped.situations.filter(({ id }) => KEPT.includes(id)) };
const places = placesOf(pack);
const ids = pack.situations.flatMap(({ id, steps }) => [id, ...steps.map((step) => step.id)]);

/** What a slip, a hand that knows the format, or an attacker may put somewhere. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('', ' ', '{', '[', '{surname}', '[{surname}]', '<b>', '喂', 'caller-first', 'after-script'),
  fc.constantFrom(0, -1, 1, 121, 1e9, 0.5),
  fc.constantFrom(...ids),
);

test('the part of the pack that is changed here is sound by itself', () => {
  expect(parsePack(pack).ok).toBe(true);
});

test('a pack changed in any one place is refused with place and reason, or is sound', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.option(anything, { nil: undefined }), (path, value) => {
      const input = value === undefined ? without(pack, path) : withValue(pack, path, value);
      const parsed = parsePack(input);
      if (parsed.ok) {
        expect(parsePack(parsed.pack).ok).toBe(true);
        return;
      }
      refused += 1;
      expect(parsed.problems.length).toBeGreaterThan(0);
      for (const problem of parsed.problems) {
        expect(problem.path.length).toBeGreaterThan(0);
        for (const language of PACK_LANGUAGES) {
          const line = explainIssue(problem, wordsIn(language));
          expect(line).not.toMatch(/\bundefined\b|\[object|\bNaN\b|\n/);
          expect(line.length).toBeLessThan(500);
        }
      }
    }),
    { numRuns: 400 },
  );
  expect(refused).toBeGreaterThan(50);
}, 30_000);

test('any JSON at all is refused without a throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (input) => {
      expect(parsePack(input).ok).toBe(false);
    }),
  );
});
