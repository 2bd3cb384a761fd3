import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../calls/call.ts';
import type { CallEvent } from '../../calls/call-event.ts';
import { foldCall } from '../../calls/fold-call.ts';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import { SteadyClock } from '../../calls/timing/steady-clock.ts';
import { orderEvents } from '../../contract/team/event-order.ts';
import type { TeamEvent } from '../../contract/team/team-event.ts';
import { teamEvent } from '../../contract/team/team-event.ts';
import { PanelJournal } from '../../pages/panel/frame/panel-journal.ts';
import { LiveJournal } from '../../phone-host/call/live-journal.ts';
import { foldShift, nextShiftChangeAt } from '../../rules/shift/fold-shift.ts';
import { timeInStates } from '../../rules/shift/time-in-states.ts';
import { finalizeFacts } from '../../storage/notes/finalize-facts.ts';
import { loadPack } from '../../tools/compile-pack.ts';
import { BEIJING } from '../helpers/script-story.ts';

const pack = loadPack();
const TEN = Date.UTC(2026, 10, 23, 2);
const HOUR = 3_600_000;

/** How long something really took, and how far the clock was set meanwhile. */
const passing = fc.record({
  passedMs: fc.nat({ max: 10 * 60_000 }),
  setMs: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: -26 * HOUR, max: 26 * HOUR }) },
  ),
});

const between: fc.Arbitrary<'hold' | 'mute' | 'nothing'> = fc.constantFrom('hold', 'mute', 'nothing');

/** A computer whose clock is set back and forth. */
class Computer {
  elapsed = 0;
  set = 0;
  readonly steady: SteadyClock;
  constructor() {
    this.steady = new SteadyClock({ wall: () => this.wall, elapsed: () => this.elapsed });
  }
  get wall(): number {
    return TEN + this.elapsed + this.set;
  }
  pass({ passedMs, setMs }: { readonly passedMs: number; readonly setMs: number }): void {
    this.elapsed += passedMs;
    this.set += setMs;
  }
}

/** The events of an answered call, each at the time that the computer's clock shows. */
function* eventsOf(call: string, what: readonly ('hold' | 'mute' | 'nothing')[]): Generator<object> {
  yield {
    ...{ type: 'ringing', call, queuedMs: null },
    remoteParty: { number: '13900000001', displayName: null },
  };
  yield { type: 'answering', call, by: 'agent' };
  yield { type: 'answered', call };
  for (const one of what) {
    if (one === 'nothing') continue;
    yield one === 'hold' ? { type: 'held', call, holdOriginator: 'local' } : { type: 'muted', call };
    yield one === 'hold' ? { type: 'resumed', call, holdOriginator: 'local' } : { type: 'unmuted', call };
  }
  yield { type: 'ended', call, end: { how: 'hung-up', by: 'agent' } };
}

function at(event: object, time: number): CallEvent {
  // The generator above makes whole events but for their time.
  return { ...event, at: time } as CallEvent;
}

describe('a clock that is set back and forth', () => {
  test('never makes a call shorter than it was', () => {
    fc.assert(
      fc.property(fc.array(between, { maxLength: 5 }), fc.infiniteStream(passing), (what, passings) => {
        const computer = new Computer();
        let call: Call | undefined;
        const longest = 0;
        for (const event of eventsOf('a', what)) {
          const { value } = passings.next();
          computer.pass(value);
          const folded = foldCall(call, at(event, computer.wall));
          expect(folded.verdict).toBe('applied');
          if (folded.verdict !== 'applied') return;
          call = folded.call;
          if (call.state !== 'established' && call.state !== 'ended') continue;
          const answered = call.answeredAt ?? Number.POSITIVE_INFINITY;
          const since = call.state === 'ended' ? call.endedAt : (call.hold.local ?? answered);
          expect(answered).toBeGreaterThanOrEqual(call.startedAt);
          if (call.state === 'ended') expect(since - answered).toBeGreaterThanOrEqual(longest);
        }
      }),
    );
  });

  test('in a call leaves its times as long as they really were, as the host records them', () => {
    fc.assert(
      fc.property(fc.array(between, { maxLength: 5 }), fc.infiniteStream(passing), (what, passings) => {
        const computer = new Computer();
        const entries: JournalEntry[] = [];
        const journal = new LiveJournal({
          ...{ rules: { apply: () => {}, due: () => [], nextChangeAt: () => null } },
          ...{ packKey: () => 'shipped', earlier: [], newestSeq: 0 },
          ...{ now: () => computer.steady.now(), steady: computer.steady },
        });
        journal.subscribe((_phone, entry) => entries.push(entry));
        let talkedMs = 0;
        let heldMs = 0;
        let before: object = {};
        for (const event of eventsOf('a', what)) {
          const { value } = passings.next();
          // The clock is only set back here: set forward, it looks like a sleep.
          const step = { ...value, setMs: Math.min(0, value.setMs) };
          computer.pass(step);
          if ('type' in before && !['ringing', 'answering'].includes(String(before.type)))
            talkedMs += step.passedMs;
          if ('type' in before && before.type === 'held') heldMs += step.passedMs;
          journal.record('sip', at(event, computer.wall));
          before = event;
        }
        const facts = finalizeFacts(entries, 'a', null);
        expect(facts).not.toBeNull();
        if (facts === null) return;
        const STEPS_MS = 20 * 500;
        expect(Math.abs(facts.endedAt - (facts.answeredAt ?? 0) - talkedMs)).toBeLessThanOrEqual(STEPS_MS);
        expect(Math.abs(facts.holds.totalMs - heldMs)).toBeLessThanOrEqual(STEPS_MS);
      }),
    );
  });

  test('between calls hides no wrap-up: the call that ended last is wrapped up', () => {
    fc.assert(
      fc.property(fc.array(passing, { minLength: 1, maxLength: 6 }), (gaps) => {
        const journal = new PanelJournal({ pack, find: () => pack }, () => BEIJING);
        const computer = new Computer();
        let seq = 0;
        const append = (event: object) => {
          seq += 1;
          journal.append([{ seq, source: 'sip', event: at(event, computer.wall) }]);
        };
        for (const [number, gap] of gaps.entries()) {
          const call = `call-${number}`;
          for (const event of eventsOf(call, [])) append(event);
          expect(journal.wrappingUp?.id).toBe(call);
          append({ type: 'wrap-up-finished', call });
          expect(journal.wrappingUp).toBeNull();
          computer.pass(gap);
        }
      }),
    );
  });

  test('leaves the agent in the state that was entered last, and no time in a state shrinks', () => {
    fc.assert(
      fc.property(fc.array(passing, { minLength: 2, maxLength: 12 }), (gaps) => {
        const states = [{ state: 'ready' }, { state: 'wrap-up' }, { state: 'busy' }] as const;
        const computer = new Computer();
        let events: readonly TeamEvent[] = [];
        let before = 0;
        for (const [number, gap] of gaps.entries()) {
          // Within the day in which a wrong clock is borne with.
          computer.pass({ passedMs: gap.passedMs + 1, setMs: Math.max(-HOUR, Math.min(0, gap.setMs)) });
          const readiness = states[number % states.length] ?? { state: 'ready' };
          const now = computer.wall;
          const rules = { ...pack.shift, longestHours: 1000, wrapUpSeconds: 0 };
          const shift = foldShift(events, '0283', rules, now);
          const fact = { type: 'shift-changed', readiness, because: 'agent' } as const;
          const origin = { by: '0283', offset: null, seen: 0, pack: 'shipped' };
          events = [...events, teamEvent(fact, '0283', nextShiftChangeAt(shift, now), origin)].sort(
            orderEvents,
          );
          const after = foldShift(events, '0283', rules, now);
          expect(after?.readiness).toEqual(readiness);
          const { states: times } = timeInStates(after?.spans ?? [], 0, Number.MAX_SAFE_INTEGER / 2);
          expect(Math.min(...Object.values(times))).toBeGreaterThanOrEqual(0);
          const total = (after?.since ?? 0) - (after?.signedInAt ?? 0);
          expect(total).toBeGreaterThanOrEqual(before);
          before = total;
        }
      }),
    );
  });
});

describe('the steady clock', () => {
  test('goes on while the computer is set back, and settles on the new time', () => {
    const computer = new Computer();
    computer.pass({ passedMs: 1000, setMs: 0 });
    expect(computer.steady.now()).toBe(TEN + 1000);
    computer.pass({ passedMs: 1000, setMs: -HOUR });
    expect(computer.steady.now()).toBe(TEN + 2000);
    expect(computer.steady.steady(computer.wall)).toBe(TEN + 2000);
    expect(computer.steady.steady(TEN + 2000)).toBe(TEN + 2000);
    computer.steady.settle();
    expect(computer.steady.now()).toBe(computer.wall);
  });

  test('follows the computer when it slept or was set forward', () => {
    const computer = new Computer();
    computer.pass({ passedMs: 0, setMs: HOUR });
    expect(computer.steady.now()).toBe(TEN + HOUR);
  });

  test('gives the lead up as the clock is set right again', () => {
    const computer = new Computer();
    computer.pass({ passedMs: 0, setMs: -HOUR });
    computer.steady.now();
    computer.pass({ passedMs: 0, setMs: HOUR });
    expect(computer.steady.now()).toBe(computer.wall);
  });
});

test('a panel that is opened after the clock was set back in a call shows how long it has lasted', () => {
  const computer = new Computer();
  const host = computer.steady;
  const answeredAt = host.now();
  computer.pass({ passedMs: 4 * 60_000, setMs: -2 * HOUR });
  const reopened = new SteadyClock({ wall: () => computer.wall, elapsed: () => computer.elapsed });
  expect(reopened.now() - answeredAt).toBeLessThan(0);
  reopened.follow(host.now());
  expect(reopened.now() - answeredAt).toBe(4 * 60_000);
  computer.pass({ passedMs: 1_000, setMs: 0 });
  expect(reopened.now() - answeredAt).toBe(4 * 60_000 + 1_000);
  // A host whose clock agrees, or is behind by the time of a message, changes nothing.
  reopened.follow(host.now() - 5);
  expect(reopened.now()).toBe(host.now());
});
