import { describe, expect, test } from 'vitest';
import type { PhoneEvent } from '../../../../calls/call-event.ts';
import { JssipRegistration } from '../../../../calls/sources/jssip/jssip-registration.ts';
import type { RegistrarAnswer } from '../../../../calls/sources/sip-front/registrar-answer.ts';
import { handClock } from '../../../helpers/hand-clock.ts';

const OURS: RegistrarAnswer = { binding: 'ours', status: 200, expiresS: 120, gruu: undefined };
const refused = (status: number, retryAfterMs: number | null = null): RegistrarAnswer => ({
  ...{ binding: 'refused', status, retryAfterMs },
});

/**
 * A registration with keep-alive every 25 s and 5 s for an answer, on a clock that the test moves.
 */
function setUp(elapsed?: () => number) {
  const clock = { ...handClock(), ...(elapsed === undefined ? {} : { elapsed }) };
  const events: PhoneEvent[] = [];
  const sent: string[] = [];
  const wire = { connected: true, registered: false };
  const registration = new JssipRegistration({
    clock,
    timings: { keepAliveMs: 25_000, answerTimeoutMs: 5_000 },
    port: {
      register: () => sent.push('REGISTER'),
      isConnected: () => wire.connected,
      isRegistered: () => wire.registered,
      connection: {
        hasOtherServers: true,
        giveUp: () => sent.push('give up connection'),
        hurry: () => sent.push('hurry'),
        settle: () => {},
      },
      random: () => 0,
      record: (event) => events.push(event),
      onRegistered: () => sent.push('recover'),
      onConfirmed: () => {},
    },
  });
  return {
    clock,
    sent,
    wire,
    registration,
    reported: () => events.map((event) => (event.type === 'registered' ? 'registered' : event.cause)),
    accept() {
      wire.registered = true;
      registration.answered(OURS);
    },
  };
}

describe('registered is reported', () => {
  test('once, and stays true while the registrar answers every time', () => {
    const { clock, registration, accept, reported, sent } = setUp();
    registration.connected();
    accept();
    for (let round = 0; round < 10; round += 1) {
      clock.pass(25_000);
      accept();
    }
    expect(reported()).toEqual(['registered']);
    expect(sent.filter((one) => one === 'REGISTER')).toHaveLength(10);
    expect(registration.lastConfirmedAt).toBe(clock.now());
  });

  test('not while JsSIP has no binding, nor for an answer without ours', () => {
    const { registration, reported } = setUp();
    registration.connected();
    registration.answered(OURS);
    registration.answered({ binding: 'missing', status: 200 });
    expect(reported()).toEqual(['not-bound']);
  });

  test('of an answer without a list of bindings only when a check has come back', () => {
    const { registration, wire, reported } = setUp();
    registration.connected();
    wire.registered = true;
    registration.answered({ binding: 'not-listed', status: 200, expiresS: 120 });
    expect(reported()).toEqual(['unlisted']);
    registration.checked(true);
    expect(reported()).toEqual(['unlisted', 'registered']);
  });
});

describe('the loss is reported', () => {
  test('if a keep-alive gets no answer in time, and the connection is dropped', () => {
    const { clock, registration, accept, reported, sent } = setUp();
    registration.connected();
    accept();
    clock.pass(25_000);
    clock.pass(4_999);
    expect(reported()).toEqual(['registered']);
    clock.pass(1);
    expect(reported()).toEqual(['registered', 'stale']);
    expect(sent.at(-1)).toBe('give up connection');
  });

  test('at once after a sleep, before the registrar is asked', () => {
    const { clock, registration, accept, reported, sent } = setUp();
    registration.connected();
    accept();
    clock.sleep(3_600_000);
    expect(reported()).toEqual(['registered', 'stale']);
    expect(sent.at(-1)).toBe('REGISTER');
    accept();
    expect(reported()).toEqual(['registered', 'stale', 'registered']);
  });

  test('after a sleep in which the clock was set back, too', () => {
    const { clock, registration, accept, reported } = setUp();
    registration.connected();
    accept();
    clock.sleep(-900_000);
    registration.wake();
    expect(reported()).toEqual(['registered', 'stale']);
    accept();
    expect(reported()).toEqual(['registered', 'stale', 'registered']);
  });

  test('not by a clock that was set, where the browser counts the time apart from it', () => {
    let elapsed = 0;
    const { clock, registration, accept, reported } = setUp(() => elapsed);
    registration.connected();
    accept();
    for (const step of [43_200_000, -86_400_000]) {
      clock.sleep(step);
      registration.wake();
      accept();
    }
    expect(reported()).toEqual(['registered']);
    elapsed = 3_600_000;
    registration.wake();
    expect(reported()).toEqual(['registered', 'stale']);
  });

  test('when the connection is lost, with one cause', () => {
    const { registration, wire, accept, reported } = setUp();
    registration.connected();
    accept();
    wire.connected = false;
    registration.disconnected();
    registration.disconnected();
    expect(reported()).toEqual(['registered', 'network']);
  });
});

describe('a refused account', () => {
  test.each([
    [401, 'refused'],
    [407, 'refused'],
    [403, 'forbidden'],
    [404, 'forbidden'],
  ])('with %i is reported as %s, and tried again after growing pauses', (status, cause) => {
    const { clock, registration, reported, sent } = setUp();
    registration.connected();
    registration.answered(refused(status));
    expect(reported()).toEqual([cause]);
    clock.pass(15_000);
    expect(sent).toEqual([]);
    clock.pass(3_600_000);
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.length).toBeLessThan(3_600 / 15);
  });

  test('is tried at once when the agent asks for it', () => {
    const { registration, sent } = setUp();
    registration.connected();
    registration.answered(refused(403));
    registration.wake();
    expect(sent).toEqual(['REGISTER']);
  });
});

test('a server that is busy is asked again later, not at once, and not before it wants', () => {
  const { clock, registration, reported, sent } = setUp();
  registration.connected();
  registration.answered(refused(480, 60_000));
  expect(reported()).toEqual(['network']);
  clock.pass(60_000);
  expect(sent).toEqual([]);
  clock.pass(6_000);
  expect(sent).toEqual(['REGISTER']);
});

test('a server that fails is left for the next one', () => {
  const { registration, reported, sent } = setUp();
  registration.connected();
  registration.answered(refused(503));
  expect(reported()).toEqual(['network']);
  expect(sent).toEqual(['give up connection']);
});

test('a phone whose checks no longer come back connects anew', () => {
  const { registration, accept, reported, sent } = setUp();
  registration.connected();
  accept();
  registration.checked(false);
  expect(reported()).toEqual(['registered', 'unreachable']);
  expect(sent.at(-1)).toBe('give up connection');
});

test('waking up asks the registrar at once, or connects at once', () => {
  const { registration, wire, accept, sent } = setUp();
  registration.connected();
  accept();
  registration.wake();
  expect(sent.at(-1)).toBe('REGISTER');
  wire.connected = false;
  registration.disconnected();
  registration.wake();
  expect(sent.at(-1)).toBe('hurry');
});
