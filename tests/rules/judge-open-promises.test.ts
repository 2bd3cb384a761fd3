import { describe, expect, it } from 'vitest';
import type { Adherence, AdherenceLine } from '../../contract/note/adherence.ts';
import type { TeamFact } from '../../contract/team/team-event.ts';
import { judgeOpenPromises } from '../../rules/adherence/judge-open-promises.ts';
import { foldCallBacks } from '../../rules/call-backs/fold-call-backs.ts';
import { foldFollowUps } from '../../rules/follow-ups/fold-follow-ups.ts';
import { foldWarnings } from '../../rules/warnings/fold-warnings.ts';
import { foldWorkOrders } from '../../rules/work-orders/fold-work-orders.ts';
import { BEIJING_RULES } from '../helpers/order-story.ts';
import { MINUTE, MONDAY_TEN, planned, TeamStory } from '../helpers/team-story.ts';

const DUE = MONDAY_TEN + 10 * MINUTE;
const OPEN: AdherenceLine = {
  ...{ kind: 'promise', situation: 'cannot-answer-query', outcome: 'not-applicable', why: 'not-known' },
  evidence: { at: MONDAY_TEN, seq: 12 },
};
const HELD: AdherenceLine = {
  ...{ kind: 'rings', situation: null, evidence: null, outcome: 'held', points: 10 },
};
const SCORE: Adherence = { at: MONDAY_TEN + MINUTE, lines: [HELD, OPEN] };

const left: TeamFact = {
  ...{ type: 'follow-up-left', call: 'call-1', what: 'call-back', category: null, kind: '' },
  ...{ due: null, number: '13900001234', surname: '王', title: 'ms', note: 'note-1' },
  ...{ calledAt: MONDAY_TEN - MINUTE, saidAt: MONDAY_TEN, dueAt: DUE, fields: [] },
};
const promised = () => new TeamStory().tell('f', left);

function judgedAt(now: number, { events }: TeamStory, note = 'note-1'): AdherenceLine | undefined {
  const work = {
    orders: [...foldWorkOrders(events, BEIJING_RULES).orders.values()],
    callBacks: foldCallBacks(events).callBacks,
    warnings: foldWarnings(events),
  };
  const { lines } = judgeOpenPromises(note, SCORE, foldFollowUps(events), work, now);
  expect(lines[0]).toEqual(HELD);
  return lines[1];
}

describe('a promise that was open when its call was scored', () => {
  it('is not judged before its time', () => {
    expect(judgedAt(DUE - 1, promised())).toEqual(OPEN);
  });

  it('is missed once its time is over and nothing was written down', () => {
    expect(judgedAt(DUE + 1, promised())).toMatchObject({
      ...{ outcome: 'missed', why: 'not-recorded', situation: 'cannot-answer-query' },
      evidence: OPEN.evidence,
    });
  });

  it('is held where it was written down in time, and late where it was written down after it', () => {
    const made = planned(DUE, { note: 'note-1' });
    const inTime = promised()
      .after(5 * MINUTE)
      .tell('c', made);
    expect(judgedAt(DUE + 1, inTime)).toMatchObject({ outcome: 'held' });
    const late = promised()
      .after(11 * MINUTE)
      .tell('c', made);
    expect(judgedAt(DUE + 20 * MINUTE, late)).toMatchObject({ outcome: 'missed' });
  });

  it.each([-3 * MINUTE, 12 * 60 * MINUTE])(
    'is found by its device’s clock, %d ms behind the server’s',
    (offset) => {
      const story = promised();
      const events = story.events.map((event) =>
        event.type === 'follow-up-left'
          ? { ...event, offset, saidAt: event.saidAt + offset, dueAt: DUE + offset }
          : event,
      );
      expect(judgedAt(DUE + offset + 1, Object.assign(story, { events }))).toMatchObject({
        outcome: 'missed',
      });
    },
  );

  it('is judged although its note has empty fields too', () => {
    const fields: TeamFact = { ...left, what: 'note-fields', dueAt: null, fields: ['caller-name'] };
    expect(judgedAt(DUE + 1, promised().tell('g', fields))).toMatchObject({ outcome: 'missed' });
  });

  it('is left alone where it was dropped with a reason', () => {
    const dropped: TeamFact = {
      ...{ type: 'follow-up-dropped', call: 'call-1', what: 'call-back', category: null },
      reason: '顾客自己解决了',
    };
    expect(judgedAt(DUE + 1, promised().after(MINUTE).tell('d', dropped))).toEqual(OPEN);
  });

  it('of another call says nothing about this one', () => {
    expect(judgedAt(DUE + 1, promised(), 'note-2')).toEqual(OPEN);
  });
});
