import { describe, expect, it } from 'vitest';
import type { CallEnd } from '../../../calls/call-end.ts';
import { EMPTY_FIELDS, type NoteFacts } from '../../../contract/note/note.ts';
import type { CountedNote } from '../../../rules/figures/caller-calls.ts';
import { contactFigures } from '../../../rules/figures/contact-figures.ts';
import { spanAround } from '../../../rules/figures/figure-span.ts';

const CHINA = 480;
const at = (clock: string) => Date.parse(`2026-11-18T${clock}+08:00`);
const DAY = spanAround('day', at('12:00:00'), CHINA);
const GIVEN_UP: CallEnd = { how: 'given-up' };
const ELSEWHERE: CallEnd = { how: 'answered-elsewhere' };
const REJECTED: CallEnd = { how: 'rejected', sipStatus: 486 };
const NOT_READY: CallEnd = { how: 'turned-away', sipStatus: 480 };
const BLOCKED: CallEnd = { how: 'turned-away', sipStatus: 603, blocked: true };

interface Ring {
  readonly by: string;
  readonly call: string;
  readonly from: string;
  readonly rings?: number | null;
  readonly answered?: string;
  readonly ended: string;
  readonly end?: CallEnd;
  readonly number?: string;
  readonly note?: Partial<CountedNote>;
}

let notes = 0;
function ring({ by, call, from, rings = 1, answered, ended, end, number = '13900001234', note }: Ring) {
  notes += 1;
  const facts = {
    ...{ rings, queuedMs: null, answeredAt: answered === undefined ? null : at(answered) },
    ...{ endedAt: at(ended), end: end ?? { how: 'hung-up', by: 'remote-party' } },
    ...{ holds: { count: 0, totalMs: 0 }, mutes: { count: 0, totalMs: 0 }, situations: [], steps: [] },
    ...{ forcedHangUps: 0, line: [], originalTarget: null },
  } satisfies NoteFacts;
  return {
    ...EMPTY_FIELDS,
    ...{ id: `${by}-${call}-${notes}`, createdAt: at(from), revision: 1, updatedAt: at(from), facts, by },
    contact: {
      ...{ kind: 'call', call, direction: 'inbound', number, displayName: null, startedAt: at(from) },
    },
    ...note,
  } as CountedNote;
}

const figures = (rang: readonly CountedNote[], isOpen?: (at: number) => boolean) => {
  const counted = contactFigures(rang, DAY, 3, isOpen);
  const { offered, inTime, answeredLate, missed, refused, outsideHours } = counted;
  const parts = [inTime.counted, answeredLate, missed, refused, outsideHours].map(({ length }) => length);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(offered.length);
  return { ...counted, offeredAndParts: [offered.length, ...parts] };
};

describe('a call that rang at several phones', () => {
  it('counts once by its Call-ID: 200 calls at three phones are 200', () => {
    const rang = Array.from({ length: 200 }, (_, n) => {
      const call = `call-${n}`;
      const number = `1390000${String(n).padStart(4, '0')}`;
      const from = `09:${String(Math.floor(n / 10)).padStart(2, '0')}:00`;
      return [
        ring({ by: '0283', call, from, answered: from, ended: '10:00:00', number }),
        ring({ by: '0284', call, from, ended: '10:00:00', end: ELSEWHERE, number }),
        ring({ by: '0285', call, from, ended: '10:00:00', end: ELSEWHERE, number }),
      ];
    }).flat();
    expect(figures(rang).offeredAndParts).toEqual([200, 200, 0, 0, 0, 0]);
  });

  it('counts once by caller and time where each phone has a call of its own', () => {
    const from = '09:00:00';
    const rang = [
      ring({ by: '0283', call: 'a', from, ended: '09:00:08', end: GIVEN_UP }),
      ring({ by: '0284', call: 'b', from: '09:00:01', answered: '09:00:08', ended: '09:02:00', rings: 2 }),
      ring({ by: '0285', call: 'c', from, ended: '09:00:08', end: GIVEN_UP }),
    ];
    expect(figures(rang).offeredAndParts).toEqual([1, 1, 0, 0, 0, 0]);
  });

  it('counts once by the key that stands for a number, and two callers twice', () => {
    const from = '09:00:00';
    const keyed = (by: string, key: string) => {
      const note = { caller: { key, masked: '139••••1234' } };
      return ring({ by, call: `${by}-${key}`, from, ended: '09:00:20', end: GIVEN_UP, number: '', note });
    };
    expect(
      figures([keyed('0283', 'one'), keyed('0284', 'one'), keyed('0285', 'two')]).offeredAndParts,
    ).toEqual([2, 0, 0, 2, 0, 0]);
  });

  it('counts the rings of the phones that were tried before: the caller waited for them', () => {
    const rang = [
      ring({ by: '0283', call: 'a', from: '09:00:00', rings: 3, ended: '09:00:15', end: GIVEN_UP }),
      ring({ by: '0284', call: 'b', from: '09:00:16', rings: 1, answered: '09:00:18', ended: '09:02:00' }),
    ];
    expect(figures(rang).offeredAndParts).toEqual([1, 0, 1, 0, 0, 0]);
  });

  it('stays two calls when the caller calls again after an answer or a pause', () => {
    const rang = [
      ring({ by: '0283', call: 'a', from: '09:00:00', answered: '09:00:03', ended: '09:01:00' }),
      ring({ by: '0284', call: 'b', from: '09:00:05', answered: '09:00:09', ended: '09:01:00' }),
      ring({ by: '0283', call: 'c', from: '10:00:00', ended: '10:00:09', end: GIVEN_UP }),
      ring({ by: '0284', call: 'd', from: '10:01:00', answered: '10:01:03', ended: '10:02:00' }),
    ];
    expect(figures(rang).offeredAndParts).toEqual([4, 3, 0, 1, 0, 0]);
  });

  it('that a proxy offers the same phone again is one call', () => {
    const rang = [
      ring({ by: '0283', call: 'a', from: '09:00:00', rings: 2, ended: '09:00:10', end: GIVEN_UP }),
      ring({ by: '0283', call: 'a~2', from: '09:00:40', rings: 1, answered: '09:00:42', ended: '09:02:00' }),
    ];
    expect(figures(rang).offeredAndParts).toEqual([1, 1, 0, 0, 0, 0]);
  });
});

describe('the sum of what was offered', () => {
  const call = (id: string, ...ends: readonly CallEnd[]) =>
    ends.map((end, n) =>
      ring({ by: `028${n}`, call: id, from: '09:00:00', ended: '09:00:20', end, number: id }),
    );

  it('has given up, refused and outside hours apart; blocked and others’ calls are not offered', () => {
    const rang = [
      ...call('given-up', GIVEN_UP, REJECTED),
      ...call('nobody', { how: 'no-answer' }),
      ...call('refused', REJECTED, NOT_READY),
      ...call('broken', { how: 'failed', cause: 'no-common-codec', sipStatus: 488 }),
      ...call('blocked', BLOCKED, BLOCKED),
      ...call('elsewhere', ELSEWHERE),
    ];
    const { offeredAndParts, blocked, inbound } = figures(rang);
    expect(offeredAndParts).toEqual([4, 0, 0, 2, 2, 0]);
    expect(blocked).toHaveLength(1);
    expect(inbound).toHaveLength(5);
  });

  it('counts an unanswered call outside of working hours there, an answered one as answered', () => {
    const closed = () => false;
    const answered = ring({
      by: '0283',
      call: 'x',
      from: '21:00:00',
      answered: '21:00:02',
      ended: '21:01:00',
    });
    expect(figures([...call('late', GIVEN_UP), answered], closed).offeredAndParts).toEqual([
      2, 1, 0, 0, 0, 1,
    ]);
  });

  it('is not made negative or double by a clock that was set back within a call', () => {
    const note = ring({ by: '0283', call: 'x', from: '09:10:00', answered: '09:10:05', ended: '09:05:00' });
    const { offeredAndParts, meanTalkMs, byAgent } = figures([note]);
    expect(offeredAndParts).toEqual([1, 1, 0, 0, 0, 0]);
    expect([meanTalkMs, byAgent[0]?.meanTalkMs]).toEqual([0, 0]);
  });
});

it('a call that nobody saw ring is answered, and neither in time nor late', () => {
  const calls = [
    ring({ by: '0283', call: 'a', from: '09:00:00', answered: '09:00:02', ended: '09:01:00' }),
    ring({ by: '0283', call: 'b', from: '10:00:00', rings: null, answered: '10:00:00', ended: '10:01:00' }),
  ];
  const { offered, connectedIn, inTime, answeredLate, byAgent, course } = contactFigures(calls, DAY, 3);
  expect([offered.length, connectedIn.counted.length]).toEqual([2, 2]);
  expect([inTime.counted.length, inTime.of.length, answeredLate.length]).toEqual([1, 1, 0]);
  expect([byAgent[0]?.answered.length, byAgent[0]?.late.length, byAgent[0]?.meanRings]).toEqual([2, 0, 1]);
  expect(course.reduce((sum, one) => sum + one.inTime + one.late, 0)).toBe(1);
});

it('first-call resolution counts inbound contacts: calls, once, and walk-ins', () => {
  const settled = { settled: true } as const;
  const out = ring({ by: '0283', call: 'o', from: '09:00:00', answered: '09:00:02', ended: '09:01:00' });
  const { settledFirst } = figures([
    ring({ by: '0283', call: 'i', from: '09:00:00', answered: '09:00:02', ended: '09:01:00', note: settled }),
    ring({ by: '0284', call: 'i', from: '09:00:00', ended: '09:00:02', end: ELSEWHERE, note: settled }),
    { ...out, settled: false, contact: { ...out.contact, direction: 'outbound' } as CountedNote['contact'] },
    { ...out, id: 'walk-in', settled: false, contact: { kind: 'walk-in' }, facts: null },
  ]);
  expect([settledFirst.counted.length, settledFirst.of.length]).toEqual([1, 2]);
});

it('each agent is counted by phone, with what makes it comparable', () => {
  const complaint = { category: 'complaint' } as const;
  const { byAgent } = figures([
    ring({ by: '0283', call: 'a', from: '09:00:00', rings: 4, answered: '09:00:18', ended: '09:03:18' }),
    ring({ by: '0284', call: 'a', from: '09:00:00', rings: 4, ended: '09:00:18', end: ELSEWHERE }),
    ring({ by: '0284', call: 'b', from: '10:00:00', ended: '10:00:18', end: GIVEN_UP, note: complaint }),
    ring({ by: '0285', call: 'b', from: '10:00:00', ended: '10:00:00', end: NOT_READY }),
  ]);
  const shape = byAgent.map((one) => [
    ...[one.agent, one.rang.length, one.answered.length, one.late.length, one.unanswered.length],
    ...[one.complaints.length, one.meanRings, one.meanTalkMs],
  ]);
  expect(shape).toEqual([
    ['0283', 1, 1, 1, 0, 0, 4, 180_000],
    ['0284', 2, 0, 0, 1, 1, null, null],
    ['0285', 0, 0, 0, 0, 0, null, null],
  ]);
});
