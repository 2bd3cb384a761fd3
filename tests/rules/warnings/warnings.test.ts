import { expect, test } from 'vitest';
import { foldWarnings, warningsOf } from '../../../rules/warnings/fold-warnings.ts';
import { warningFigures } from '../../../rules/warnings/warning-figures.ts';
import { HOUR, harassed, MONDAY_TEN, TeamStory } from '../../helpers/team-story.ts';

test('a registered number is known again in every spelling, until it is struck off with a reason', () => {
  const story = new TeamStory().tell('w', harassed('+86 139 0000 0066', MONDAY_TEN));
  expect(warningsOf(foldWarnings(story.events), '013900000066')).toHaveLength(1);
  expect(warningsOf(foldWarnings(story.events), '13900000067')).toEqual([]);
  story.tell('w', { type: 'warning-struck-off', reason: '登记错了号码' }, '0100');
  expect(warningsOf(foldWarnings(story.events), '13900000066')).toEqual([]);
  expect(foldWarnings(story.events)[0]?.struckOff).toMatchObject({ by: '0100', reason: '登记错了号码' });
});

test('a withheld number warns of nobody, and is counted all the same', () => {
  const story = new TeamStory().tell('w', harassed('anonymous', MONDAY_TEN));
  expect(warningsOf(foldWarnings(story.events), 'anonymous')).toEqual([]);
  expect(warningFigures(foldWarnings(story.events), 480).bySource).toMatchObject([{ number: '', count: 1 }]);
});

test('struck off counts, even if the other computer’s clock is behind', () => {
  const story = new TeamStory().tell('w', { type: 'warning-struck-off', reason: '误登' });
  story.tell('w', harassed('13900000066', MONDAY_TEN));
  expect(warningsOf(foldWarnings(story.events), '13900000066')).toEqual([]);
});

test('counts by hour of the local day and by source, most frequent first', () => {
  const story = new TeamStory()
    .tell('a', harassed('13900000066', MONDAY_TEN, { kind: 'silent' }))
    .tell('b', harassed('+8613900000066', MONDAY_TEN + 13 * HOUR, { kind: 'indecent' }))
    .tell('c', harassed('13900000066', MONDAY_TEN + 37 * HOUR, { kind: 'indecent' }))
    .tell('d', harassed('13900000077', MONDAY_TEN))
    .tell('e', harassed('13900000088', MONDAY_TEN))
    .tell('e', { type: 'warning-struck-off', reason: '误登' });
  const { byHour, inHour, bySource } = warningFigures(foldWarnings(story.events), 480);
  expect(byHour[10]).toBe(2);
  expect(byHour[23]).toBe(2);
  expect(byHour.reduce((sum, count) => sum + count)).toBe(4);
  expect(bySource).toMatchObject([
    {
      number: '13900000066',
      count: 3,
      lastAt: MONDAY_TEN + 37 * HOUR,
      kinds: ['indecent', 'silent'],
    },
    { number: '13900000077', count: 1, lastAt: MONDAY_TEN, kinds: ['prank'] },
  ]);
  expect(bySource.map(({ entries }) => entries.map(({ id }) => id))).toEqual([['a', 'b', 'c'], ['d']]);
  expect(inHour[23]?.map(({ id }) => id)).toEqual(['b', 'c']);
});
