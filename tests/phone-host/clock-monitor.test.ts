import { describe, expect, test } from 'vitest';
import type { BackgroundRequest } from '../../contract/messages/background-request.ts';
import { ClockMonitor } from '../../phone-host/alarms/clock-monitor.ts';
import { ServerClock } from '../../phone-host/server/server-clock.ts';
import { clockNotifications } from '../../rules/work-orders/clock-notifications.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { wordsIn } from '../../tools/words-in.ts';
import { BEIJING_RULES } from '../helpers/order-story.ts';
import { HOUR, MINUTE, planned, TeamStory } from '../helpers/team-story.ts';

const DAY = 24 * HOUR;
/** Nothing changes after the first call. */
const always = (check: () => void) => {
  check();
  return () => {};
};

/** A host whose device clock is wrong: `ahead` is what the server's clock is ahead of it. */
function host(ahead: number) {
  const story = new TeamStory();
  const dueAt = story.now + HOUR;
  story.tell('call-back', planned(dueAt, { agreed: true }));
  const asked: (BackgroundRequest & { kind: 'schedule-clocks' })[] = [];
  const serverClock = new ServerClock();
  const deviceNow = story.now - ahead;
  const monitor = new ClockMonitor({
    ...{
      team: { events: { value: story.events, subscribe: always }, whole: true },
    },
    ...{ membership: { subscribe: () => () => {} }, rules: () => BEIJING_RULES, packs: { pack: loadPack() } },
    ...{ owner: () => ({ agentNumber: '0283', workOrderRole: 'agent' }), words: wordsIn('en'), serverClock },
    ask: async (request) => {
      if (request.kind === 'schedule-clocks') asked.push(request);
    },
    now: () => deviceNow,
  });
  monitor.start();
  const reading = { sentAt: deviceNow, answeredAt: deviceNow + 20, serverTime: deviceNow + 10 + ahead };
  for (const _ of [1, 2, 3]) serverClock.measure(reading);
  monitor.stop();
  return { asked, dueAt };
}

describe.each([0, 3 * MINUTE, -3 * MINUTE, 5 * HOUR, -5 * HOUR, -2 * DAY])(
  'a device whose clock is %d ms behind the server’s',
  (ahead) => {
    test('is notified of a call-back when the team’s time has come, not by its own clock', () => {
      const { asked, dueAt } = host(ahead);
      const last = asked.at(-1);
      if (last === undefined) throw new Error('nothing is scheduled');
      const at = (device: number) => clockNotifications(last.clocks, {}, device + last.offset);
      const devicesTime = dueAt - ahead;
      expect(at(devicesTime - 1).notify).toEqual([]);
      expect(at(devicesTime + 1).notify).toMatchObject([{ say: 'warned' }]);
    });
  },
);

test('the schedule is sent anew only when the distance of the clocks changes', () => {
  expect(host(0).asked).toHaveLength(1);
  expect(host(HOUR).asked.map(({ offset }) => offset)).toEqual([0, HOUR]);
});

test('the next shifts are scheduled with who is on duty then, by position', () => {
  const [first] = host(0).asked;
  const shifts = first?.clocks.filter(({ order }) => order.startsWith('shift:')) ?? [];
  expect(shifts).toHaveLength(3);
  const eight = shifts.find(({ dueAt }) => new Date(dueAt).toISOString().endsWith('T00:00:00.000Z'));
  expect(eight?.label).toBe('On duty: Floor supervisor, Team lead');
  expect(shifts.filter(({ label }) => /\d/.test(label))).toEqual([]);
});
