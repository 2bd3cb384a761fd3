import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallEvent } from '../../../calls/call-event.ts';
import { foldPhone, QUIET_PHONE } from '../../../calls/fold-phone.ts';
import { foldReport, passTime } from '../../../calls/phone-reports/fold-report.ts';
import type { PhoneReport, PhoneReportEvent } from '../../../calls/phone-reports/phone-report.ts';
import { NO_REPORTS, nextChangeOf } from '../../../calls/phone-reports/reported-phone.ts';

const CALLER = '13900001234';
const OTHER = '13700005678';

type More = Partial<Omit<PhoneReport, 'event' | 'at'>>;

/** The reports of one agent's phones, and the calls that they fold to. */
function phoneStory() {
  let phone = NO_REPORTS;
  let now = 1_000_000;
  const events: CallEvent[] = [];
  const apply = (next: ReturnType<typeof passTime>) => {
    phone = next.phone;
    events.push(...next.events);
  };
  const later = (ms: number) => {
    const until = now + ms;
    for (let at = nextChangeOf(phone); at !== null && at <= until; at = nextChangeOf(phone)) {
      now = Math.max(now, at);
      apply(passTime(phone, now));
    }
    now = until;
  };
  const say = (event: PhoneReportEvent, more: More = {}) => {
    const silent = { call: null, number: null, name: null, direction: null, by: null };
    apply(foldReport(phone, { ...silent, ...more, event, at: now }, now));
  };
  /** Each call by its number: what became of it. */
  const calls = () => {
    let journal = QUIET_PHONE;
    for (const event of events) {
      const folded = foldPhone(journal, event);
      if (folded.verdict === 'impossible') throw new Error(folded.why);
      if (folded.verdict === 'applied') journal = folded.phone;
    }
    return journal.calls.map((call) => {
      const hold = call.state === 'established' && call.hold.local !== null ? ' held' : '';
      const how = call.state === 'ended' ? ` ${call.end.how}` : '';
      return `${call.direction} ${call.remoteParty.number} ${call.state}${how}${hold}`;
    });
  };
  const times = () => events.map(({ type, at }) => [type, at - 1_000_000]);
  return { say, later, calls, events, times };
}

describe.each([
  ['with ids', { call: 'a', number: CALLER }],
  ['by number', { number: CALLER }],
  ['with nothing but the time', {}],
] as const)('a phone that reports %s', (_how, more) => {
  const number = 'number' in more ? CALLER : '';

  it('rings, is answered, held, resumed and hung up', () => {
    const { say, later, calls } = phoneStory();
    say('incoming', more);
    later(5_000);
    expect(calls()).toEqual([`inbound ${number} ringing`]);
    say('answered', more);
    later(1_000);
    say('held', more);
    expect(calls()).toEqual([`inbound ${number} established held`]);
    say('resumed', more);
    later(60_000);
    say('ended', { ...more, by: 'agent' });
    expect(calls()).toEqual([`inbound ${number} ended hung-up`]);
  });

  it('may say everything twice, also late', () => {
    const { say, later, calls, events } = phoneStory();
    for (const event of ['incoming', 'answered', 'held', 'resumed', 'ended'] as const) {
      say(event, more);
      say(event, more);
      later(1_500);
    }
    for (const event of ['answered', 'resumed', 'ended', 'missed'] as const) say(event, more);
    later(30_000);
    expect(calls()).toEqual([`inbound ${number} ended hung-up`]);
    expect(events.map(({ type }) => type)).toEqual(['ringing', 'answered', 'held', 'resumed', 'ended']);
  });

  it('without an end of ringing, stops to ring by time', () => {
    const { say, later, calls } = phoneStory();
    say('incoming', more);
    later(600_000);
    expect(calls()).toEqual([`inbound ${number} ended no-answer`]);
  });

  it('whose answer was lost is on the call at the next that it says', () => {
    const { say, later, calls } = phoneStory();
    say('incoming', more);
    later(5_000);
    say('held', more);
    expect(calls()).toEqual([`inbound ${number} established held`]);
  });

  it('whose beginning was lost has the call all the same, a moment later', () => {
    const { say, later, calls } = phoneStory();
    say('answered', more);
    expect(calls()).toEqual([]);
    later(3_000);
    expect(calls()).toEqual([`inbound ${number} established`]);
  });

  it('gives the same call in whichever order its reports come', () => {
    const order = fc.shuffledSubarray(['incoming', 'answered', 'ended'] as const, { minLength: 3 });
    fc.assert(
      fc.property(order, (reports) => {
        const { say, later, calls } = phoneStory();
        for (const event of reports) {
          say(event, more);
          later(200);
        }
        later(60_000);
        expect(calls()).toEqual([`inbound ${number} ended hung-up`]);
      }),
    );
  });

  it('dials, and hangs up before the answer', () => {
    const { say, later, calls } = phoneStory();
    say('outgoing', more);
    later(4_000);
    say('ended', more);
    later(2_000);
    expect(calls()).toEqual([`outbound ${number} ended cancelled`]);
  });
});

it('a second caller waits, is answered while the first is held, and each end finds its call', () => {
  const { say, later, calls } = phoneStory();
  say('incoming', { number: CALLER });
  say('answered', { number: CALLER });
  later(10_000);
  say('incoming', { number: OTHER });
  later(2_000);
  say('answered', { number: OTHER });
  expect(calls()).toEqual([`inbound ${CALLER} established held`, `inbound ${OTHER} established`]);
  say('ended', { number: OTHER });
  say('resumed');
  expect(calls()).toEqual([`inbound ${CALLER} established`, `inbound ${OTHER} ended hung-up`]);
});

it('a second caller who gives up leaves the first call alone, though the phone gives no number', () => {
  const { say, later, calls } = phoneStory();
  say('incoming', { number: CALLER });
  say('answered');
  later(10_000);
  say('incoming', { number: OTHER });
  later(2_000);
  say('missed');
  expect(calls()).toEqual([`inbound ${CALLER} established`, `inbound ${OTHER} ended given-up`]);
});

it('the same number in another form is the same call', () => {
  const { say, later, calls } = phoneStory();
  say('incoming', { number: `+86${CALLER}` });
  later(1_000);
  say('answered', { number: `0${CALLER}` });
  say('ended', { number: `"Wang" <sip:${CALLER}@pbx>` });
  expect(calls()).toEqual([`inbound +86${CALLER} ended hung-up`]);
});

it('a caller whose first end was lost calls once more', () => {
  const { say, later, calls } = phoneStory();
  say('incoming', { number: CALLER });
  say('answered', { number: CALLER });
  later(120_000);
  say('incoming', { number: CALLER });
  expect(calls()).toEqual([`inbound ${CALLER} ended hung-up`, `inbound ${CALLER} ringing`]);
});

it('a beginning that comes after the end of its call, by id, does not ring any more', () => {
  const { say, later, calls } = phoneStory();
  say('ended', { call: 'a' });
  later(20_000);
  say('incoming', { call: 'a', number: CALLER });
  later(1_000);
  expect(calls()).toEqual([`inbound ${CALLER} ended given-up`]);
});

it('two calls of one number under two ids are two calls', () => {
  const { say, calls } = phoneStory();
  say('incoming', { call: 'a', number: CALLER });
  say('incoming', { call: 'b', number: CALLER });
  say('elsewhere', { call: 'a' });
  say('answered', { call: 'b' });
  expect(calls()).toEqual([`inbound ${CALLER} ended answered-elsewhere`, `inbound ${CALLER} established`]);
});

it('a number or name that comes later is shown', () => {
  const { say, events } = phoneStory();
  say('incoming', { call: 'a' });
  say('answered', { call: 'a', number: CALLER, name: '王' });
  expect(events[1]).toMatchObject({
    type: 'remote-party-changed',
    remoteParty: { number: CALLER, displayName: '王' },
  });
});

it('an answered call of which nothing more is said ends after hours, as broken', () => {
  const { say, later, calls } = phoneStory();
  say('incoming', { number: CALLER });
  say('answered', { number: CALLER });
  later(3 * 3_600_000);
  expect(calls()).toEqual([`inbound ${CALLER} established`]);
  later(3 * 3_600_000);
  expect(calls()).toEqual([`inbound ${CALLER} ended broken`]);
});

it('whatever phones say, the calls stay possible and bounded, and every one ends', () => {
  const one = fc.record({
    event: fc.constantFrom<PhoneReportEvent>(
      ...(['incoming', 'outgoing', 'answered', 'held', 'resumed'] as const),
      ...(['ended', 'missed', 'refused', 'elsewhere'] as const),
    ),
    call: fc.constantFrom(null, 'a', 'b'),
    number: fc.constantFrom(null, CALLER, OTHER, ''),
    wait: fc.integer({ min: 0, max: 40_000 }),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 40 }), (reports) => {
      const { say, later, calls } = phoneStory();
      for (const { event, wait, ...more } of reports) {
        say(event, more);
        later(wait);
      }
      later(24 * 3_600_000);
      for (const call of calls()) expect(call).toContain('ended');
    }),
  );
});
