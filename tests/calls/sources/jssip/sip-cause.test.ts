import { describe, expect, test } from 'vitest';
import {
  callEndOf,
  isAnsweredElsewhere,
  type SessionEnd,
} from '../../../../calls/sources/jssip/sip-cause.ts';

const END: SessionEnd = {
  direction: 'inbound',
  answered: false,
  originator: 'remote',
  cause: 'Canceled',
  sipStatus: null,
  reasonPhrase: null,
  reasons: [],
  asked: null,
};
const endOf = (facts: Partial<SessionEnd>) => callEndOf({ ...END, ...facts });

describe('a ringing call that stops', () => {
  test('was given up, unless the CANCEL says that another phone answered', () => {
    expect(endOf({})).toEqual({ how: 'given-up' });
    const reasons = ['SIP;cause=200;text="Call completed elsewhere"'];
    expect(endOf({ reasons })).toEqual({ how: 'answered-elsewhere' });
  });

  test('was given up if the Reason names another cause', () => {
    for (const reason of [
      'SIP;cause=487',
      'Q.850;cause=16',
      'SIP ;text="cause=200"',
      '',
      ';;;=',
      'SIP;cause=2000',
    ]) {
      expect(endOf({ reasons: [reason] })).toEqual({ how: 'given-up' });
    }
  });

  test('rang out', () => {
    expect(endOf({ originator: 'local', cause: 'No Answer' })).toEqual({ how: 'no-answer' });
  });

  test('was refused by the agent, with the status that was sent', () => {
    const asked = { ask: 'reject', sipStatus: 603 } as const;
    expect(endOf({ originator: 'local', cause: 'Rejected', asked })).toEqual({
      how: 'rejected',
      sipStatus: 603,
    });
  });

  test('was lost with the connection', () => {
    const asked = { ask: 'connection-lost' } as const;
    expect(endOf({ originator: 'local', cause: 'Rejected', asked })).toEqual({
      how: 'failed',
      cause: 'connection-lost',
      sipStatus: null,
    });
  });
});

describe('an answered call that ends', () => {
  const answered = { answered: true, cause: 'Terminated' } as const;
  test('was hung up by one side or the other', () => {
    expect(endOf(answered)).toEqual({ how: 'hung-up', by: 'remote-party' });
    expect(endOf({ ...answered, originator: 'local', asked: { ask: 'hang-up' } })).toEqual({
      how: 'hung-up',
      by: 'agent',
    });
  });

  test('lost its media, and nobody hung up', () => {
    expect(endOf({ ...answered, originator: 'local', cause: 'RTP Timeout' })).toMatchObject({
      how: 'failed',
      cause: 'media-lost',
    });
  });

  test('was transferred', () => {
    const asked = { ask: 'transferred', target: '8001' } as const;
    expect(endOf({ ...answered, asked })).toEqual({ how: 'transferred', target: '8001' });
  });
});

describe('a call that the agent dials', () => {
  const dialled = { direction: 'outbound', cause: 'Busy' } as const;
  test('is refused with the status and words of the other side', () => {
    expect(endOf({ ...dialled, sipStatus: 486, reasonPhrase: 'Busy Here' })).toEqual({
      how: 'refused',
      sipStatus: 486,
      cause: 'Busy Here',
    });
  });

  test('is not answered in time', () => {
    expect(endOf({ ...dialled, sipStatus: 408 })).toEqual({ how: 'no-answer' });
  });

  test('is cancelled by the agent, and no connection is lost', () => {
    const cancelled = { ...dialled, originator: 'local', cause: 'Canceled' };
    expect(endOf({ ...cancelled, asked: { ask: 'hang-up' } })).toEqual({ how: 'cancelled' });
    expect(endOf(cancelled)).toMatchObject({ how: 'failed', cause: 'connection-lost' });
  });
});

test('"answered elsewhere" is recognised in every form', () => {
  for (const reason of [
    'SIP;cause=200;text="Call completed elsewhere"',
    'SIP ; cause = 200 ; text="x"',
    'Q.850;cause=26;text="Non-selected user clearing"',
    'Q.850;cause=16, SIP;cause=200',
  ]) {
    expect(isAnsweredElsewhere([reason])).toBe(true);
  }
});
