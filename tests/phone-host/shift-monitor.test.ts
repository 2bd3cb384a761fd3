import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import type { Settings } from '../../contract/settings/settings.ts';
import type { Readiness } from '../../contract/team/readiness.ts';
import { LOCAL_ORIGIN, teamEvent } from '../../contract/team/team-event.ts';
import { ShiftMonitor } from '../../phone-host/alarms/shift-monitor.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { MINUTE, TeamStory } from '../helpers/team-story.ts';
import { FakeStream } from './fake-stream.ts';

const pack = loadPack();

function monitorWith(
  notReadyAnswer: Settings['notReadyAnswer'] = '480',
  serverClock: { readonly offset: number | null } = { offset: null },
) {
  const story = new TeamStory();
  const journal = new FakeStream();
  const monitor = new ShiftMonitor({
    journal,
    team: { events: { value: story.events } },
    store: { append: async (events) => void story.events.push(...events) },
    settings: { value: { agentNumber: '0283', notReadyAnswer } },
    packs: { pack, key: 'shipped' },
    serverClock,
    facts: { report: () => expect.fail('nothing fails here') },
    now: () => story.now,
  });
  monitor.start();
  return {
    monitor,
    story,
    agentIs: (readiness: Readiness) =>
      story.tell('0283', { type: 'shift-changed', readiness, because: 'agent' }),
    /** A call that is talked, from the ring to its end. */
    talks(answered = true) {
      const call = crypto.randomUUID();
      const at = story.now;
      const remoteParty = { number: '13900000001', displayName: null };
      const events: JournalEvent[] = [
        { type: 'ringing', call, at, remoteParty, queuedMs: null },
        ...(answered ? [{ type: 'answered', call, at } as const] : []),
        { type: 'ended', call, at, end: answered ? { how: 'hung-up', by: 'agent' } : { how: 'given-up' } },
      ];
      for (const event of events) journal.record('sip', event);
      return () => journal.record('agent', { type: 'wrap-up-finished', call, at: story.now });
    },
  };
}

test('an agent who keeps no shift is rung, one who is ready too', () => {
  const { monitor, agentIs } = monitorWith();
  expect(monitor.turnAway()).toBeNull();
  agentIs({ state: 'ready' });
  expect(monitor.turnAway()).toBeNull();
});

describe('not ready', () => {
  test('busy, on a break or signed out: 480', () => {
    for (const readiness of [
      { state: 'busy' },
      { state: 'break', reason: 'rest' },
      { state: 'offline' },
    ] as const) {
      const { monitor, agentIs } = monitorWith();
      agentIs({ state: 'ready' });
      agentIs(readiness);
      expect(monitor.turnAway()).toBe(480);
    }
  });

  test('or as the settings say', () => {
    for (const [answer, status] of [
      ['486', 486],
      ['603', 603],
      ['ring', null],
    ] as const) {
      const { monitor, agentIs } = monitorWith(answer);
      agentIs({ state: 'busy' });
      expect(monitor.turnAway()).toBe(status);
    }
  });
});

describe('after a call', () => {
  test('wrap-up by itself, until it is finished or its time is over', () => {
    const { monitor, agentIs, talks, story } = monitorWith();
    agentIs({ state: 'ready' });
    const finish = talks();
    expect(monitor.turnAway()).toBe(480);
    finish();
    expect(monitor.turnAway()).toBeNull();
    talks();
    story.after(MINUTE);
    expect(monitor.turnAway()).toBeNull();
    expect(story.events.map((event) => event.type === 'shift-changed' && event.because)).toEqual([
      'agent',
      'phone',
      'phone',
      'phone',
    ]);
  });

  test.each([-60 * MINUTE, 60 * MINUTE])(
    'the same where the server’s clock is %d ms from the device’s: events name it',
    (offset) => {
      const { monitor, talks, story } = monitorWith('480', { offset });
      const ready = { type: 'shift-changed', readiness: { state: 'ready' }, because: 'agent' } as const;
      story.events.push(teamEvent(ready, '0283', story.now, { ...LOCAL_ORIGIN, by: '0283', offset }));
      talks();
      expect(monitor.turnAway()).toBe(480);
      expect(story.events.at(-1)).toMatchObject({ at: story.now, offset, readiness: { state: 'wrap-up' } });
      story.after(MINUTE);
      expect(monitor.turnAway()).toBeNull();
    },
  );

  test('a busy agent who made a call is busy again afterwards', () => {
    const { monitor, agentIs, talks } = monitorWith();
    agentIs({ state: 'busy' });
    talks()();
    expect(monitor.turnAway()).toBe(480);
  });

  test('no wrap-up after a call that nobody answered, and none without a shift', () => {
    const kept = monitorWith();
    kept.agentIs({ state: 'ready' });
    kept.talks(false);
    expect(kept.monitor.turnAway()).toBeNull();
    const free = monitorWith();
    free.talks();
    expect(free.story.events).toEqual([]);
  });
});
