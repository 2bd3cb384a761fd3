import { expect, test } from 'vitest';
import { foldCallBacks } from '../../../rules/call-backs/fold-call-backs.ts';
import { callBackFigures } from '../../../rules/figures/call-back-figures.ts';
import { spanAround } from '../../../rules/figures/figure-span.ts';
import { pack } from '../../../scripts/pack.yaml';
import { HOUR, MONDAY_TEN, planned, TeamStory } from '../../helpers/team-story.ts';

const DAY = 24 * HOUR;
const WEEK = spanAround('week', MONDAY_TEN, 480);

type Outcome = 'satisfied' | 'not-satisfied' | 'not-reached' | 'asked-for-later';
const tried = (outcome: Outcome, nextAt: number | null = null) =>
  ({ type: 'call-back-tried', outcome, remarks: '', nextAt, note: null }) as const;

function figures(story: TeamStory, now = story.now) {
  const { callBacks } = foldCallBacks(story.events);
  const counted = callBackFigures(callBacks, WEEK, pack.settings, now);
  const share = (one: typeof counted.vip) => `${one.counted.length}/${one.of.length}`;
  const { inTime, reached, satisfied, vip } = counted;
  return {
    ...{ inTime: share(inTime), reached: share(reached), satisfied: share(satisfied), vip: share(vip) },
    ...{ planned: counted.planned.length, open: counted.open.length, dropped: counted.dropped.length },
    byAgent: counted.byAgent.map(({ agent, attempts }) => [agent, attempts.length]),
  };
}

const NOTHING = {
  ...{ inTime: '0/0', reached: '0/0', satisfied: '0/0', vip: '0/0' },
  ...{ planned: 1, open: 0, dropped: 0, byAgent: [] as readonly unknown[] },
};
const at = MONDAY_TEN + HOUR;

test.each<[string, (story: TeamStory) => TeamStory, object]>([
  ['not due yet counts nowhere', (story) => story, { open: 1 }],
  [
    'made on the next day is in time',
    (story) => story.after(DAY).tell('c', tried('satisfied')),
    { inTime: '1/1', reached: '1/1', satisfied: '1/1', byAgent: [['0283', 1]] },
  ],
  [
    'made on the fourth day is late',
    (story) => story.after(4 * DAY).tell('c', tried('not-satisfied')),
    { inTime: '0/1', reached: '1/1', satisfied: '0/1', byAgent: [['0283', 1]] },
  ],
  ['never made is late once its days are over', (story) => story.after(4 * DAY), { inTime: '0/1', open: 1 }],
  [
    'tried in time and moved after it stays in time',
    (story) =>
      story
        .after(DAY)
        .tell('c', tried('not-reached', at + 6 * DAY))
        .after(5 * DAY)
        .tell('c', tried('satisfied')),
    { inTime: '1/1', reached: '1/1', satisfied: '1/1', byAgent: [['0283', 2]] },
  ],
  [
    'given up by the agent was tried, not reached',
    (story) => story.after(HOUR).tell('c', tried('not-reached')),
    { inTime: '1/1', reached: '0/1', byAgent: [['0283', 1]] },
  ],
  [
    'not needed any more',
    (story) => story.after(HOUR).tell('c', { type: 'call-back-dropped', reason: '已解决' }),
    { dropped: 1 },
  ],
])('a call-back that is %s', (_, goesOn, counted) => {
  expect(figures(goesOn(new TeamStory().tell('c', planned(at))))).toEqual({ ...NOTHING, ...counted });
});

test('the time that the customer named decides, not the days', () => {
  const agreed = () => new TeamStory().tell('c', planned(MONDAY_TEN + 5 * DAY, { agreed: true }));
  const inTime = agreed()
    .after(5 * DAY)
    .tell('c', tried('satisfied'));
  expect(figures(inTime).inTime).toBe('1/1');
  expect(
    figures(
      agreed()
        .after(5 * DAY + HOUR)
        .tell('c', tried('satisfied')),
    ).inTime,
  ).toBe('0/1');
});

test('VIPs count as covered when they were reached, and as missing once it is too late', () => {
  const story = new TeamStory();
  for (const id of ['a', 'b', 'c']) story.tell(id, planned(at, { vip: true }));
  story.tell('d', planned(at));
  expect(figures(story).vip).toBe('0/0');
  story.after(HOUR).tell('a', tried('satisfied')).tell('b', tried('not-reached'));
  expect(figures(story).vip).toBe('1/1');
  story.after(4 * DAY);
  expect(figures(story).vip).toBe('1/3');
  story.tell('b', tried('not-satisfied')).tell('c', tried('satisfied'));
  expect(figures(story).vip).toBe('3/3');
});

test('call-backs of another week do not count, but the attempts of this week do, by agent', () => {
  const story = new TeamStory(MONDAY_TEN - 4 * DAY).tell('old', planned(at)).after(5 * DAY);
  story.tell('old', tried('not-reached', at + 3 * DAY), '0284').after(HOUR);
  story.tell('old', tried('satisfied'), '0284').tell('new', planned(story.now + HOUR));
  story.after(HOUR).tell('new', tried('satisfied'), '0283');
  expect(figures(story)).toMatchObject({
    planned: 1,
    reached: '1/1',
    byAgent: [
      ['0284', 2],
      ['0283', 1],
    ],
  });
});
