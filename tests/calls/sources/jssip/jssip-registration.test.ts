import { describe, expect, test } from 'vitest';
import type { PhoneEvent } from '../../../../calls/call-event.ts';
import { JssipRegistration } from '../../../../calls/sources/jssip/jssip-registration.ts';
import { handClock } from '../../../helpers/hand-clock.ts';

/**
 * A registration with keep-alive every 25 s and 5 s for an answer, on a clock that the test moves.
 */
function setUp() {
  const clock = handClock();
  const events: PhoneEvent[] = [];
  const sent: string[] = [];
  const wire = { connected: true, registered: false };
  const registration = new JssipRegistration({
    clock,
    timings: { keepAliveMs: 25_000, answerTimeoutMs: 5_000 },
    port: {
      register: () => sent.push('REGISTER'),
      refrain: () => sent.push('refrain'),
      isConnected: () => wire.connected,
      isRegistered: () => wire.registered,
      connection: {
        giveUp: () => sent.push('give up connection'),
        hurry: () => sent.push('hurry'),
        settle: () => {},
      },
      random: () => 0,
      record: (event) => events.push(event),
      onRegistered: () => sent.push('recover'),
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
      registration.answered(200);
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

  test('not for a challenge, nor for an answer without a binding', () => {
    const { registration, reported } = setUp();
    registration.connected();
    registration.answered(401);
    registration.answered(200);
    expect(reported()).toEqual([]);
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

describe('a wrong password', () => {
  test('is reported as refused and not sent again', () => {
    const { clock, registration, reported, sent } = setUp();
    registration.connected();
    registration.failed(403);
    clock.pass(3_600_000);
    expect(reported()).toEqual(['refused']);
    expect(sent).toEqual(['refrain']);
  });

  test('is tried once more when the agent comes back', () => {
    const { registration, sent } = setUp();
    registration.connected();
    registration.failed(401);
    registration.wake();
    expect(sent).toEqual(['refrain', 'REGISTER']);
  });
});

test('a server that is busy is asked again later, not at once', () => {
  const { clock, registration, reported, sent } = setUp();
  registration.connected();
  registration.failed(503);
  expect(reported()).toEqual(['network']);
  clock.pass(5_000);
  expect(sent).toEqual([]);
  clock.pass(1_000);
  expect(sent).toEqual(['REGISTER']);
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
