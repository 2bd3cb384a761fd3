import { describe, expect, test } from 'vitest';
import type { CallEvent } from '../../calls/call-event.ts';
import { foldPhone, type Phone, QUIET_PHONE } from '../../calls/fold-phone.ts';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Readiness } from '../../contract/team/shift-event.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { ShiftDesk } from '../../host/shift-desk.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { MINUTE, TeamStory } from '../helpers/team-story.ts';

const { shift: rules } = loadPack();

function deskWith(notReadyAnswer: Settings['notReadyAnswer'] = '480') {
  const story = new TeamStory();
  let phone: Phone = QUIET_PHONE;
  const desk = new ShiftDesk({
    events: () => story.events,
    append: async (events: readonly TeamEvent[]) => void story.events.push(...events),
    settings: () => ({ agentNumber: '0283', notReadyAnswer }),
    rules,
    now: () => story.now,
    failed: () => expect.fail('nothing fails here'),
  });
  return {
    desk,
    story,
    agentIs: (readiness: Readiness) =>
      story.tell('0283', { type: 'shift-changed', readiness, because: 'agent' }),
    /** A call that is talked, from the ring to its end. */
    talks(answered = true) {
      const call = crypto.randomUUID();
      const at = story.now;
      const remoteParty = { number: '13900000001', displayName: null };
      const told: JournalEvent[] = [
        { type: 'ringing', call, at, remoteParty, queuedMs: null },
        ...(answered ? [{ type: 'answered', call, at } as const] : []),
        { type: 'ended', call, at, end: answered ? { how: 'hung-up', by: 'agent' } : { how: 'given-up' } },
      ];
      for (const event of told) {
        const folded = foldPhone(phone, event as CallEvent);
        if (folded.verdict === 'applied') phone = folded.phone;
        desk.follow(phone, { seq: 1, source: 'jssip', event });
      }
      return () =>
        desk.follow(phone, {
          seq: 2,
          source: 'agent',
          event: { type: 'wrap-up-finished', call, at: story.now },
        });
    },
  };
}

test('an agent who keeps no shift is rung, one who is ready too', () => {
  const { desk, agentIs } = deskWith();
  expect(desk.turnAway()).toBeNull();
  agentIs({ state: 'ready' });
  expect(desk.turnAway()).toBeNull();
});

describe('not ready', () => {
  test('busy, on a break or signed out: 480', () => {
    for (const readiness of [
      { state: 'busy' },
      { state: 'break', reason: 'rest' },
      { state: 'offline' },
    ] as const) {
      const { desk, agentIs } = deskWith();
      agentIs({ state: 'ready' });
      agentIs(readiness);
      expect(desk.turnAway()).toBe(480);
    }
  });

  test('or as the floor sets it', () => {
    for (const [answer, status] of [
      ['486', 486],
      ['603', 603],
      ['ring', null],
    ] as const) {
      const { desk, agentIs } = deskWith(answer);
      agentIs({ state: 'busy' });
      expect(desk.turnAway()).toBe(status);
    }
  });
});

describe('after a call', () => {
  test('wrap-up by itself, until it is finished or its time is over', () => {
    const { desk, agentIs, talks, story } = deskWith();
    agentIs({ state: 'ready' });
    const finish = talks();
    expect(desk.turnAway()).toBe(480);
    finish();
    expect(desk.turnAway()).toBeNull();
    talks();
    story.after(MINUTE);
    expect(desk.turnAway()).toBeNull();
    expect(story.events.map((event) => event.type === 'shift-changed' && event.because)).toEqual([
      'agent',
      'phone',
      'phone',
      'phone',
    ]);
  });

  test('a busy agent who made a call is busy again afterwards', () => {
    const { desk, agentIs, talks } = deskWith();
    agentIs({ state: 'busy' });
    talks()();
    expect(desk.turnAway()).toBe(480);
  });

  test('no wrap-up after a call that nobody answered, and none without a shift', () => {
    const kept = deskWith();
    kept.agentIs({ state: 'ready' });
    kept.talks(false);
    expect(kept.desk.turnAway()).toBeNull();
    const free = deskWith();
    free.talks();
    expect(free.story.events).toEqual([]);
  });
});
