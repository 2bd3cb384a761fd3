import { describe, expect, it } from 'vitest';
import type { CallEnd } from '../../../calls/call-end.ts';
import { EMPTY_FIELDS } from '../../../contract/note/note.ts';
import {
  type TeamEvent,
  type TeamFact,
  teamEvent,
  type WorkOrderEvent,
} from '../../../contract/team/team-event.ts';
import type { CountedNote } from '../../../rules/figures/caller-calls.ts';
import { contactFigures } from '../../../rules/figures/contact-figures.ts';
import { spanAround } from '../../../rules/figures/figure-span.ts';
import { orderFigures } from '../../../rules/figures/order-figures.ts';
import { foldWorkOrders, type WorkOrderState } from '../../../rules/work-orders/fold-work-orders.ts';
import { openHoursOf } from '../../../rules/work-orders/open-hours.ts';
import { orderAt } from '../../../rules/work-orders/order-at.ts';
import { orderRulesOf } from '../../../rules/work-orders/order-rules.ts';
import { pack } from '../../../scripts/pack.yaml';

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const MONDAY = Date.parse('2026-11-23T00:00:00+08:00');
/** Agents whose clocks are right, 3 minutes slow, and 4 minutes fast. */
const SKEW: Readonly<Record<string, number>> = { '0283': 0, '0284': -180_000, '0285': 240_000 };
const AGENTS = Object.keys(SKEW);
const RING_MS = 5_000;

/** Mulberry32: the same week for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Fate = 'in-time' | 'late' | 'given-up' | 'refused' | 'outside';

/** A week of one hotline, and what really happened in it, counted while it happens. */
class Week {
  readonly notes: CountedNote[] = [];
  readonly written: { readonly event: TeamEvent; readonly syncedAt: number }[] = [];
  readonly truth = { 'in-time': 0, late: 0, 'given-up': 0, refused: 0, outside: 0 };
  readonly byAgent = new Map(AGENTS.map((agent) => [agent, { rang: 0, answered: 0 }]));
  readonly promises = { kept: 0, missed: 0 };
  readonly #random: () => number;
  #ids = 0;

  /** No call within 4 minutes of a change of hours: by which clock would it be outside of them? */
  constructor(seed: number) {
    this.#random = randomOf(seed);
    for (let day = 0; day < 7; day += 1) {
      for (let n = 0; n < 30; n += 1) this.#call(MONDAY + day * 24 * HOUR + 9.5 * HOUR + n * 13 * 60_000);
      if (day < 5) for (let n = 0; n < 6; n += 1) this.#order(day, n);
    }
  }

  #one<T>(of: readonly T[]): T {
    const [first] = of;
    const picked = of[Math.floor(this.#random() * of.length)] ?? first;
    if (picked === undefined) throw new Error('nothing to choose from');
    return picked;
  }

  #call(from: number): void {
    const call = `week-${this.notes.length}@pbx.example`;
    const rang = AGENTS.filter(() => this.#random() < 0.7);
    if (rang.length === 0) rang.push('0283');
    const isOpen = openHoursOf(pack, 480)(from);
    const wanted = this.#one<Fate>(['in-time', 'in-time', 'in-time', 'late', 'given-up', 'refused']);
    const isAnswered = wanted === 'in-time' || wanted === 'late';
    const fate = isAnswered || isOpen ? wanted : 'outside';
    this.truth[fate] += 1;
    const rings = wanted === 'late' ? 4 + Math.floor(this.#random() * 3) : 1 + Math.floor(this.#random() * 3);
    const answerer = isAnswered ? this.#one(rang) : null;
    for (const by of rang) {
      const own = this.byAgent.get(by);
      if (own !== undefined) own.rang += 1;
      if (own !== undefined && by === answerer) own.answered += 1;
      const end: CallEnd =
        by === answerer
          ? { how: 'hung-up', by: 'remote-party' }
          : isAnswered
            ? { how: 'answered-elsewhere' }
            : wanted === 'refused'
              ? { how: 'rejected', sipStatus: 486 }
              : { how: 'given-up' };
      this.#note(by, call, from, rings, by === answerer, end);
    }
  }

  #note(by: string, call: string, trueFrom: number, rings: number, answered: boolean, end: CallEnd): void {
    const from = trueFrom + (SKEW[by] ?? 0);
    const ringEnd = from + rings * RING_MS;
    this.#ids += 1;
    this.notes.push({
      ...EMPTY_FIELDS,
      ...{ id: `note-${this.#ids}`, createdAt: from, revision: 1, updatedAt: from, by },
      contact: {
        ...{ kind: 'call', call, direction: 'inbound', number: '', displayName: null, startedAt: from },
      },
      facts: {
        ...{ rings, queuedMs: null, answeredAt: answered ? ringEnd : null },
        ...{ endedAt: answered ? ringEnd + 120_000 : ringEnd, end, situations: [], steps: [] },
        ...{ holds: { count: 0, totalMs: 0 }, mutes: { count: 0, totalMs: 0 }, forcedHangUps: 0, line: [] },
        originalTarget: null,
      },
    });
  }

  /** Opened with a promise, answered in time or late, and closed; written by one agent. */
  #order(day: number, n: number): void {
    const by = this.#one(AGENTS);
    const subject = `order-${day}-${n}`;
    const openedAt = MONDAY + day * 24 * HOUR + 10 * HOUR + n * 20 * 60_000;
    const dueAt = openedAt + 2 * HOUR;
    const isKept = this.#random() < 0.7;
    this.promises[isKept ? 'kept' : 'missed'] += 1;
    const opened: TeamFact<WorkOrderEvent> = {
      ...{ type: 'work-order-opened', kind: 'quality', category: 'complaint', number: '13900001234' },
      ...{ surname: '王', title: 'ms', matter: '冰箱不制冷', note: null, record: null, follows: null },
      promise: { by: 'simple', dueAt },
    };
    // An agent is offline on some days; what they wrote comes in the evening.
    const evening = this.#random() < 0.3 ? MONDAY + day * 24 * HOUR + 20 * HOUR : 0;
    const writes = (at: number, fact: TeamFact<WorkOrderEvent>) => {
      const skew = SKEW[by] ?? 0;
      const origin = { by, offset: -skew, seen: 0, pack: '' };
      this.#ids += 1;
      const id = `00000000-0000-4000-8000-${String(this.#ids).padStart(12, '0')}`;
      const event = teamEvent(fact, subject, at + skew, origin, id) as TeamEvent;
      this.written.push({ event, syncedAt: Math.max(at + 1, evening) });
    };
    writes(openedAt, opened);
    const answeredAt = isKept ? dueAt - 60_000 : dueAt + 60_000;
    writes(answeredAt, { type: 'work-order-answered', accepted: true, remarks: '' });
    writes(answeredAt + 60_000, {
      ...{ type: 'work-order-closed', outcome: 'settled', reason: '', reportedTo: [], onBehalfOf: null },
    });
  }

  /** As the server has numbered them. */
  get events(): readonly TeamEvent[] {
    return this.written
      .toSorted((one, other) => one.syncedAt - other.syncedAt)
      .map(({ event, syncedAt }, n) => ({ ...event, seq: n + 1, receivedAt: syncedAt }));
  }

  /** In the order in which they came to one device. */
  arrived(seed: number): readonly TeamEvent[] {
    const random = randomOf(seed);
    return this.events
      .map((event) => ({ event, place: random() }))
      .sort((one, other) => one.place - other.place)
      .map(({ event }) => event);
  }
}

describe.each([1, 2, 3, 4, 5])('a week of three agents with skewed clocks and offline days, %i', (seed) => {
  const week = new Week(seed);
  const span = spanAround('week', MONDAY + HOUR, ZONE);
  const sunday = span.to - 1;
  const rules = orderRulesOf(pack, ZONE);

  it('ends with the figures that were counted while it happened', () => {
    const figures = contactFigures(week.notes, span, 3, openHoursOf(pack, ZONE));
    expect({
      'in-time': figures.inTime.counted.length,
      late: figures.answeredLate.length,
      'given-up': figures.missed.length,
      refused: figures.refused.length,
      outside: figures.outsideHours.length,
    }).toEqual(week.truth);
    expect(figures.offered).toHaveLength(7 * 30);
    for (const { agent, rang, answered } of figures.byAgent) {
      expect({ rang: rang.length, answered: answered.length }, agent).toEqual(week.byAgent.get(agent));
    }
  });

  it('has the same sum over its days as over the week', () => {
    const days = span.buckets.map((start) =>
      contactFigures(week.notes, spanAround('day', start, ZONE), 3, openHoursOf(pack, ZONE)),
    );
    expect(days.reduce((sum, { offered }) => sum + offered.length, 0)).toBe(7 * 30);
  });

  it('is one week on every device, whatever came when', () => {
    const folded = [seed, seed + 100, seed + 200].map((arrival) => {
      let state: WorkOrderState | null = null;
      const events = week.arrived(arrival);
      for (let n = 50; n < events.length + 50; n += 50) {
        state = foldWorkOrders(events.slice(0, n), rules, state);
      }
      const orders = [...(state?.orders.values() ?? [])].map((order) => orderAt(order, sunday, rules));
      return orders.sort((one, other) => (one.id < other.id ? -1 : 1));
    });
    expect(folded[0]).toHaveLength(30);
    expect(folded[1]).toEqual(folded[0]);
    expect(folded[2]).toEqual(folded[0]);
  });

  it('counts promises kept and missed as they were, by true time', () => {
    const orders = [...foldWorkOrders(week.events, rules).orders.values()];
    const { promisesByAgent } = orderFigures(
      orders.map((order) => orderAt(order, sunday, rules)),
      span,
      sunday,
    );
    const sum = (which: 'kept' | 'missed') =>
      promisesByAgent.reduce((all, one) => all + one[which].length, 0);
    expect({ kept: sum('kept'), missed: sum('missed') }).toEqual(week.promises);
  });
});
