import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { SESSION_EXPIRES_S, tendSessionTimer } from '../../../../calls/sources/jssip/jssip-session-timer.ts';
import { handClock } from '../../../helpers/hand-clock.ts';

const SECOND = 1000;

interface Sent {
  readonly method: string;
  readonly extraHeaders: readonly string[];
  readonly eventHandlers: Readonly<Record<string, (response?: object) => void>>;
}

/** A message as JsSIP hands it over. */
function message(headers: Readonly<Record<string, string>>, expires?: number, refresher?: 'uac' | 'uas') {
  return {
    getHeader: (name: string) => headers[name],
    ...(expires === undefined ? {} : { session_expires: expires }),
    ...(refresher === undefined ? {} : { session_expires_refresher: refresher }),
  };
}

/** The members of an RTCSession that the timer uses. */
class FakeSession extends EventEmitter {
  readonly _sessionTimers = { running: false, currentExpires: 90, refresher: false };
  readonly contact = '<sip:0283@host.invalid;transport=ws>';
  readonly sent: Sent[] = [];
  _handleSessionTimersInIncomingRequest(_request: object, _headers: string[]): void {}
  _handleSessionTimersInIncomingResponse(_response: object): void {}
  isEnded(): boolean {
    return false;
  }
  sendRequest(method: string, options: Omit<Sent, 'method'>): void {
    this.sent.push({ method, ...options });
  }
}

function tended() {
  const session = new FakeSession();
  const clock = handClock();
  const bed = { connected: true, reoffers: 0 };
  tendSessionTimer(session, {
    clock,
    isConnected: () => bed.connected,
    reoffer: () => {
      bed.reoffers += 1;
    },
  });
  const answered = (request: object) => {
    const headers: string[] = [];
    session._handleSessionTimersInIncomingRequest(request, headers);
    return headers;
  };
  return { session, clock, bed, answered };
}

const WITH_UPDATE = { allow: 'INVITE, ACK, BYE, UPDATE', supported: 'timer, 100rel' };

describe('a call of a phone system with session timers', () => {
  test('is refreshed by the phone system if it can: it asks nothing of this computer', () => {
    const { session, clock, answered } = tended();
    expect(answered(message(WITH_UPDATE, 300))).toEqual([
      'Session-Expires: 300;refresher=uac',
      'Require: timer',
    ]);
    clock.pass(1000 * SECOND);
    expect(session.sent).toEqual([]);
  });

  test('is refreshed here if the phone system says so, at half the interval', () => {
    const { session, clock, answered } = tended();
    expect(answered(message(WITH_UPDATE, 300, 'uas'))).toEqual(['Session-Expires: 300;refresher=uas']);
    clock.pass(149 * SECOND);
    expect(session.sent).toEqual([]);
    clock.pass(SECOND);
    expect(session.sent).toMatchObject([{ method: 'UPDATE' }]);
    expect(session.sent[0]?.extraHeaders).toContain('Session-Expires: 300;refresher=uac');
    expect(session._sessionTimers).toEqual({ running: true, currentExpires: 300, refresher: true });
  });

  test('is refreshed by an offer where UPDATE is not allowed', () => {
    const { session, clock, bed, answered } = tended();
    answered(message({ allow: 'INVITE, BYE' }, 300));
    clock.pass(150 * SECOND);
    expect([session.sent, bed.reoffers]).toEqual([[], 1]);
  });

  test.each(['onErrorResponse', 'onDialogError', 'onRequestTimeout', 'onTransportError'])(
    'goes on after a refresh that failed (%s), and is refreshed again',
    (outcome) => {
      const { session, clock, answered } = tended();
      answered(message(WITH_UPDATE, 300, 'uas'));
      clock.pass(150 * SECOND);
      session.sent[0]?.eventHandlers[outcome]?.();
      clock.pass(150 * SECOND);
      expect(session.sent).toHaveLength(2);
    },
  );

  test('waits for a lost connection, and is refreshed soon after it is back', () => {
    const { session, clock, bed, answered } = tended();
    answered(message(WITH_UPDATE, 300, 'uas'));
    bed.connected = false;
    clock.pass(400 * SECOND);
    expect(session.sent).toEqual([]);
    bed.connected = true;
    clock.pass(10 * SECOND);
    expect(session.sent).toHaveLength(1);
  });

  test('is left alone once it has ended', () => {
    const { session, clock, answered } = tended();
    answered(message(WITH_UPDATE, 300, 'uas'));
    session.emit('ended');
    clock.pass(1000 * SECOND);
    expect(session.sent).toEqual([]);
  });
});

describe('a call of a phone system without session timers', () => {
  test('has none: nothing is answered, sent or ended', () => {
    const { session, clock, bed, answered } = tended();
    expect(answered(message({ allow: 'INVITE, UPDATE' }))).toEqual([]);
    session._handleSessionTimersInIncomingResponse(message(WITH_UPDATE));
    clock.pass(2 * SESSION_EXPIRES_S * SECOND);
    expect([session.sent, bed.reoffers, session._sessionTimers.running]).toEqual([[], 0, false]);
  });
});

test('a dialled call is refreshed by whoever the answer names', () => {
  const { session, clock } = tended();
  session._handleSessionTimersInIncomingResponse(message(WITH_UPDATE, 1800, 'uas'));
  clock.pass(3600 * SECOND);
  expect(session.sent).toEqual([]);
  session._handleSessionTimersInIncomingResponse(message(WITH_UPDATE, 1800));
  clock.pass(900 * SECOND);
  expect(session.sent).toHaveLength(1);
});
