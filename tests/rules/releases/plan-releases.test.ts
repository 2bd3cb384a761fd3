import { expect, it } from 'vitest';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Audience } from '../../../contract/release/release.ts';
import { planReleases } from '../../../rules/releases/plan-releases.ts';
import {
  fateOf,
  inUseOf,
  pendingReleases,
  type ReleaseHead,
  releaseUnder,
} from '../../../rules/releases/release-line.ts';
import { smallPack } from '../../helpers/small-pack.ts';

const HOUR = 3_600_000;
const TEAM: Audience = { to: 'team' };
const group = (...agents: string[]): Audience => ({ to: 'group', agents });

type Edit = (settings: Pack['settings']) => Partial<Pack['settings']>;
const ringLimit =
  (rings: number): Edit =>
  () => ({ ringLimit: rings });
const hotline =
  (name: string): Edit =>
  () => ({ hotline: { 'zh-CN': name, 'zh-TW': name, en: name } });
const callBackWithinDays =
  (days: number): Edit =>
  () => ({ callBackWithinDays: days });

/** A team that publishes by the plan; each agent uses the newest release that has started. */
function team() {
  const shipped = smallPack();
  const releases: { readonly head: ReleaseHead; readonly pack: Pack }[] = [];
  const history = () => releases.map(({ head }) => head);
  const packOf = (head: ReleaseHead | null) => releases.find((one) => one.head === head)?.pack ?? shipped;
  const publishes = (
    by: string,
    now: number,
    change: Edit | Pack,
    audience: Audience = TEAM,
    startsAt: number | null = null,
  ) => {
    const before = packOf(inUseOf(history(), audience, now));
    const after =
      typeof change === 'function'
        ? { ...before, settings: { ...before.settings, ...change(before.settings) } }
        : change;
    const pending = pendingReleases(history(), now).map((head) => ({
      ...{ head, after: packOf(head) },
      before: packOf(releaseUnder(history(), head)),
    }));
    const plan = planReleases({ audience, startsAt, before, after }, pending, now);
    for (const [n, { repeats, pack, ...more }] of plan.releases.entries()) {
      const sequence = releases.length + 1;
      const carried = plan.carried.map((head) => head.sequence);
      const head: ReleaseHead = {
        ...{ sequence, version: `1.0.${sequence}`, issuedAt: now, by, message: '', ...more },
        ...(repeats === null ? {} : { rebases: { sequence: repeats.sequence, by: repeats.by } }),
        ...(n === 0 && carried.length > 0 ? { ends: carried } : {}),
      };
      releases.push({ head, pack });
    }
    return plan;
  };
  const has = (agent: string, at: number): Pack['settings'] => {
    const meant = history().filter(
      ({ audience, startsAt, issuedAt }) =>
        (startsAt ?? issuedAt) <= at && (audience.to === 'team' || audience.agents.includes(agent)),
    );
    return packOf(meant.at(-1) ?? null).settings;
  };
  const fates = (now: number) => history().map((head) => fateOf(history(), head, now));
  return { publishes, has, packOf, history, fates };
}

it('a release after another lead’s canary has nothing of it, and the group keeps its canary', () => {
  const { publishes, has, fates } = team();
  publishes('A', 0, ringLimit(7), group('1', '2'));
  publishes('B', HOUR, hotline('新热线'));
  expect(has('3', HOUR)).toMatchObject({ ringLimit: 3, hotline: { 'zh-CN': '新热线' } });
  expect(has('1', HOUR)).toMatchObject({ ringLimit: 7, hotline: { 'zh-CN': '新热线' } });
  expect(fates(HOUR)).toEqual(['replaced', 'in-use', 'canary']);
});

it('a scheduled release starts at its time, not with a hotfix before it, and keeps the hotfix', () => {
  const { publishes, has, fates } = team();
  publishes('A', 0, hotline('新年好'), TEAM, 10 * HOUR);
  publishes('B', HOUR, ringLimit(7));
  expect(has('1', HOUR)).toMatchObject({ ringLimit: 7 });
  expect(has('1', HOUR).hotline).not.toMatchObject({ 'zh-CN': '新年好' });
  expect(has('1', 10 * HOUR)).toMatchObject({ ringLimit: 7, hotline: { 'zh-CN': '新年好' } });
  expect(fates(HOUR)).toEqual(['replaced', 'in-use', 'scheduled']);
  expect(fates(10 * HOUR)).toEqual(['replaced', 'replaced', 'in-use']);
});

it('a scheduled release still starts after a roll-back', () => {
  const { publishes, has, packOf, history } = team();
  publishes('A', 0, ringLimit(5));
  publishes('A', HOUR, ringLimit(9));
  publishes('A', 2 * HOUR, hotline('新年好'), TEAM, 10 * HOUR);
  publishes('B', 3 * HOUR, packOf(history()[0] ?? null));
  expect(has('1', 3 * HOUR)).toMatchObject({ ringLimit: 5 });
  expect(has('1', 10 * HOUR)).toMatchObject({ ringLimit: 5, hotline: { 'zh-CN': '新年好' } });
});

it('two scheduled releases start one after the other, whichever was scheduled first', () => {
  for (const [one, other] of [
    [10 * HOUR, 20 * HOUR],
    [20 * HOUR, 10 * HOUR],
  ] as const) {
    const { publishes, has } = team();
    publishes('A', 0, hotline('新年好'), TEAM, one);
    publishes('B', HOUR, ringLimit(7), TEAM, other);
    publishes('B', 2 * HOUR, callBackWithinDays(9));
    const early = has('1', 10 * HOUR);
    expect(early.ringLimit === 7).toBe(other === 10 * HOUR);
    expect(early.hotline['zh-CN'] === '新年好').toBe(one === 10 * HOUR);
    expect(has('1', 20 * HOUR)).toMatchObject({
      ringLimit: 7,
      hotline: { 'zh-CN': '新年好' },
      callBackWithinDays: 9,
    });
  }
});

it('a canary outlives the start of a scheduled release, whichever came first', () => {
  for (const isCanaryFirst of [true, false]) {
    const { publishes, has } = team();
    const canary = () => publishes('A', 0, ringLimit(7), group('1'));
    if (isCanaryFirst) canary();
    publishes('B', HOUR, hotline('新年好'), TEAM, 10 * HOUR);
    if (!isCanaryFirst) canary();
    expect(has('1', HOUR)).toMatchObject({ ringLimit: 7 });
    expect(has('1', 10 * HOUR)).toMatchObject({ ringLimit: 7, hotline: { 'zh-CN': '新年好' } });
    expect(has('2', 10 * HOUR)).toMatchObject({ ringLimit: 3, hotline: { 'zh-CN': '新年好' } });
  }
});

it('a canary that is given to everybody is over', () => {
  const { publishes, has, packOf, history, fates } = team();
  publishes('A', 0, ringLimit(7), group('1'));
  const { carried } = publishes('A', HOUR, packOf(history()[0] ?? null));
  expect(carried).toMatchObject([{ sequence: 1 }]);
  expect(has('2', HOUR)).toMatchObject({ ringLimit: 7 });
  expect(fates(HOUR)).toEqual(['replaced', 'in-use']);
});

it('a second canary for the same group is made on the first', () => {
  const { publishes, has, fates } = team();
  publishes('A', 0, ringLimit(7), group('1', '2'));
  publishes('B', HOUR, hotline('新热线'), group('1', '2'));
  expect(has('1', HOUR)).toMatchObject({ ringLimit: 7, hotline: { 'zh-CN': '新热线' } });
  publishes('B', 2 * HOUR, callBackWithinDays(9));
  expect(has('1', 2 * HOUR)).toMatchObject({
    ringLimit: 7,
    hotline: { 'zh-CN': '新热线' },
    callBackWithinDays: 9,
  });
  expect(has('3', 2 * HOUR)).toMatchObject({ ringLimit: 3 });
  expect(fates(2 * HOUR)).toEqual(['replaced', 'replaced', 'in-use', 'canary']);
});

it('a pending release that changed the same place is not repeated, and both can see it in the history', () => {
  const { publishes, has, fates } = team();
  publishes('A', 0, hotline('新年好'), TEAM, 10 * HOUR);
  const { conflicts } = publishes('B', HOUR, hotline('改名热线'));
  expect(conflicts).toMatchObject([{ sequence: 1, by: 'A' }]);
  expect(fates(HOUR)).toEqual(['overtaken', 'in-use']);
  expect(has('1', 10 * HOUR)).toMatchObject({ hotline: { 'zh-CN': '改名热线' } });
  expect(fates(11 * HOUR)).toEqual(['overtaken', 'in-use']);
});
