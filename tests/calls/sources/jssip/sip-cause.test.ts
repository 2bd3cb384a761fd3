import { describe, expect, test } from 'vitest';
import {
  callEndOf,
  isAnsweredElsewhere,
  type SessionEnd,
} from '../../../../calls/sources/jssip/sip-cause.ts';

const END: SessionEnd = {
  direction: 'inbound',
  answered: false,
  rang: false,
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
    const asked = { ask: 'let-go', cause: 'connection-lost' } as const;
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
      how: 'broken',
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
      cause: 'busy',
      phrase: 'Busy Here',
    });
  });

  test.each([
    ['busy', [486, 600]],
    ['unknown-number', [404, 410, 416, 484, 485, 604]],
    ['declined', [403, 603, 607, 608]],
    ['not-reachable', [408, 430, 480]],
    ['moved', [300, 301, 302, 305, 380, 399]],
    ['codec', [415, 488, 606]],
    ['password', [401, 407]],
    ['own-system', [400, 405, 420, 481, 482, 483, 500, 501, 502, 503, 504, 513, 580, 699]],
    ['cancelled', [487]],
  ] as const)('%s', (cause, statuses) => {
    for (const sipStatus of statuses) {
      expect(endOf({ ...dialled, sipStatus })).toMatchObject({ how: 'refused', sipStatus, cause });
    }
  });

  test('rang, and was not answered in time', () => {
    for (const sipStatus of [408, 487]) {
      expect(endOf({ ...dialled, rang: true, sipStatus })).toEqual({ how: 'no-answer' });
    }
  });

  test.each([
    [480, 'Q.850;cause=17;text="User busy"', { how: 'refused', cause: 'busy' }],
    [480, 'Q.850 ;cause=19', { how: 'no-answer' }],
    [503, 'SIP;cause=503, Q.850;cause=1', { how: 'refused', cause: 'unknown-number' }],
    [500, 'Q.850;text="cause=17";cause=34', { how: 'refused', cause: 'own-system' }],
    [603, 'Q.850;cause=21', { how: 'refused', cause: 'declined' }],
    // A status that says it itself is believed.
    [486, 'Q.850;cause=1', { how: 'refused', cause: 'busy' }],
    [480, 'Q.850;cause=999', { how: 'refused', cause: 'not-reachable' }],
    [480, ';;;=', { how: 'refused', cause: 'not-reachable' }],
  ] as const)('%i with the Reason "%s"', (sipStatus, reason, end) => {
    expect(endOf({ ...dialled, sipStatus, reasons: [reason] })).toMatchObject(end);
  });

  test('is answered with SDP that cannot be used: nobody refused it', () => {
    const unusable = { ...dialled, cause: 'Bad Media Description', sipStatus: 200 };
    expect(endOf(unusable)).toEqual({ how: 'failed', cause: 'media-failed', sipStatus: 200 });
  });

  test('keeps only the beginning of an endless phrase', () => {
    const end = endOf({ ...dialled, sipStatus: 486, reasonPhrase: 'x'.repeat(10_000) });
    expect(end).toMatchObject({ phrase: 'x'.repeat(200) });
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
