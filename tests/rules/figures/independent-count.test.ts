import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Note } from '../../../contract/note/note.ts';
import { foldCallBacks } from '../../../rules/call-backs/fold-call-backs.ts';
import { callBackFigures } from '../../../rules/figures/call-back-figures.ts';
import { contactFigures } from '../../../rules/figures/contact-figures.ts';
import { spanAround } from '../../../rules/figures/figure-span.ts';
import { orderFigures } from '../../../rules/figures/order-figures.ts';
import { pack } from '../../../scripts/pack.yaml';
import { NOTE } from '../../helpers/fake-team-server.ts';
import { orderStory } from '../../helpers/order-story.ts';
import { HOUR, MONDAY_TEN, planned, TeamStory } from '../../helpers/team-story.ts';

/**
 * Figures against a count that knows nothing of folds: it reads the list of what was done, as a
 * supervisor with a pencil would.
 */
const WEEK = spanAround('week', MONDAY_TEN, 480);
const DAY = 24 * HOUR;

const callBack = fc.record({
  vip: fc.boolean(),
  /** Days from the plan to the call; null: nobody called. */
  calledAfter: fc.option(fc.integer({ min: 0, max: 5 })),
  reached: fc.boolean(),
  satisfied: fc.boolean(),
});

it('call-backs made in three days, reached, satisfied, and the VIPs among them', () => {
  fc.assert(
    fc.property(fc.array(callBack, { maxLength: 12 }), (list) => {
      const story = new TeamStory();
      for (const [at, { vip }] of list.entries()) story.tell(`c${at}`, planned(MONDAY_TEN + HOUR, { vip }));
      for (let day = 0; day <= 5; day += 1) {
        for (const [at, { calledAfter, reached, satisfied }] of list.entries()) {
          if (calledAfter !== day) continue;
          const outcome = !reached ? 'not-reached' : satisfied ? 'satisfied' : 'not-satisfied';
          const nextAt = reached ? null : story.now + 10 * DAY;
          story.tell(`c${at}`, { type: 'call-back-tried', outcome, remarks: '', nextAt, note: null });
        }
        story.after(DAY);
      }
      const { callBacks } = foldCallBacks(story.events);
      const { inTime, reached, satisfied, vip } = callBackFigures(callBacks, WEEK, pack.settings, story.now);
      const called = list.filter(({ calledAfter }) => calledAfter !== null);
      const talked = called.filter((one) => one.reached);
      const count = (of: readonly unknown[]) => of.length;
      expect({
        inTime: count(inTime.counted),
        all: count(inTime.of),
        reached: count(reached.counted),
        satisfied: count(satisfied.counted),
        vip: count(vip.counted),
      }).toEqual({
        inTime: count(called.filter(({ calledAfter }) => (calledAfter ?? 9) <= 3)),
        // Six days later nothing is open any more that is not late, or tried.
        all: list.length,
        reached: talked.length,
        satisfied: count(talked.filter((one) => one.satisfied)),
        vip: count(talked.filter((one) => one.vip)),
      });
    }),
    { numRuns: 60 },
  );
});

const contact = fc.record({
  answered: fc.boolean(),
  rings: fc.integer({ min: 1, max: 6 }),
  category: fc.constantFrom('query' as const, 'complaint' as const),
  tags: fc.uniqueArray(fc.constantFrom('退货', '物流', '安装'), { maxLength: 3 }),
});

it('接通率, answers in three rings, and the topics of queries', () => {
  fc.assert(
    fc.property(fc.array(contact, { maxLength: 15 }), (list) => {
      const notes = list.map((one, at) => noteOf(one, at));
      const figures = contactFigures(notes, WEEK, 3);
      const answered = list.filter((one) => one.answered);
      const topics = list.filter(({ category }) => category === 'query').flatMap(({ tags }) => tags);
      expect({
        connected: [figures.connectedIn.counted.length, figures.connectedIn.of.length],
        inTime: [figures.inTime.counted.length, figures.inTime.of.length],
        topics: Object.fromEntries(figures.topics.map(({ topic, counted }) => [topic, counted.length])),
      }).toEqual({
        connected: [answered.length, list.length],
        inTime: [answered.filter(({ rings }) => rings <= 3).length, answered.length],
        topics: Object.fromEntries(
          [...new Set(topics)].map((topic) => [topic, topics.filter((one) => one === topic).length]),
        ),
      });
    }),
    { numRuns: 60 },
  );
});

const KINDS = ['environment', 'service', 'quality', 'logistics'] as const;

it('环境质量 and the other kinds of complaint, each as often as it was opened in the week', () => {
  const complaint = fc.record({
    kind: fc.constantFrom(...KINDS),
    daysLater: fc.integer({ min: 0, max: 12 }),
  });
  fc.assert(
    fc.property(fc.array(complaint, { maxLength: 12 }), (list) => {
      const byDay = list.toSorted((one, other) => one.daysLater - other.daysLater);
      const story = orderStory(MONDAY_TEN);
      let day = 0;
      const orders = byDay.map(({ kind, daysLater }, at) => {
        story
          .passes(daysLater - day, 'd')
          .onOrder(`order-${at}`)
          .opens(kind);
        day = daysLater;
        return story.order;
      });
      const { byKind } = orderFigures(orders, WEEK, story.now);
      // Monday to Sunday: seven days.
      const inWeek = list.filter(({ daysLater }) => daysLater <= 6);
      expect(Object.fromEntries(byKind.map(({ kind, counted }) => [kind.id, counted.length]))).toEqual(
        Object.fromEntries(
          KINDS.map((kind) => [kind, inWeek.filter((one) => one.kind === kind).length] as const).filter(
            ([, count]) => count > 0,
          ),
        ),
      );
    }),
    { numRuns: 40 },
  );
});

/**
 * The first stages of a complaint about the premises, by the pack: the agent judges it, then a
 * department has four hours for its cause.
 */
it('deadlines kept and missed, by who had to keep them', () => {
  const HOURS = 4;
  const minutes = fc.integer({ min: 1, max: 2 * HOURS * 60 }).filter((count) => count !== HOURS * 60);
  const worked = fc.record({ minutes });
  fc.assert(
    fc.property(fc.array(worked, { minLength: 1, maxLength: 6 }), (list) => {
      const orders = list.map(({ minutes }, at) => {
        const story = orderStory(MONDAY_TEN).onOrder(`order-${at}`).opens('environment');
        story.moves('judge').passes(1).moves('cause').passes(minutes).moves('solutions');
        return story.order;
      });
      const { byOwner } = orderFigures(orders, WEEK, MONDAY_TEN + DAY / 2);
      const ofDepartment = byOwner.find(({ owner }) => owner === 'department');
      expect([ofDepartment?.kept.length, ofDepartment?.missed.length]).toEqual([
        list.filter(({ minutes }) => minutes <= HOURS * 60).length,
        list.filter(({ minutes }) => minutes > HOURS * 60).length,
      ]);
    }),
    { numRuns: 40 },
  );
});

const NO_WAITS = { count: 0, totalMs: 0 };

interface Contact {
  readonly answered: boolean;
  readonly rings: number;
  readonly category: 'query' | 'complaint';
  readonly tags: readonly string[];
}

function noteOf({ answered, rings, category, tags }: Contact, at: number): Note {
  const { contact } = NOTE;
  if (contact.kind !== 'call') throw new Error('a call');
  const createdAt = MONDAY_TEN + at;
  const answeredAt = answered ? createdAt + rings * 5_000 : null;
  return {
    ...NOTE,
    ...{ id: `note-${at}`, createdAt, category, tags: [...tags] },
    contact: { ...contact, call: `call-${at}`, number: `1390000${1_000 + at}`, startedAt: createdAt },
    facts: {
      ...{ rings, answeredAt, endedAt: createdAt + 60_000, queuedMs: null, situations: [], steps: [] },
      ...{ holds: NO_WAITS, mutes: NO_WAITS, forcedHangUps: 0, line: [], originalTarget: null },
      end: answered ? { how: 'hung-up', by: 'remote-party' } : { how: 'given-up' },
    },
  };
}
