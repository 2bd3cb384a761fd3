import { describe, expect, it } from 'vitest';
import { DESCRIPTION, leg, readerStory } from './page-frames.ts';

type Story = ReturnType<typeof readerStory>;
const IN = leg();
const OUT = leg();

function ring(story: Story, call = IN): void {
  story.received(call.request('remote', 'INVITE', 1, { early: true, body: DESCRIPTION() }));
  story.sent(call.response('remote', 100, 'INVITE', 1, { toTag: null }));
  story.sent(call.response('remote', 180, 'INVITE', 1));
  story.pass(10);
}

function answerIn(story: Story, call = IN): void {
  ring(story, call);
  story.sent(call.response('remote', 200, 'INVITE', 1, { body: DESCRIPTION() }));
  story.received(call.request('remote', 'ACK', 1));
}

function dial(story: Story, call = OUT): void {
  story.sent(call.request('agent', 'INVITE', 1, { early: true, body: DESCRIPTION() }));
  story.received(call.response('agent', 100, 'INVITE', 1, { toTag: null }));
}

function answerOut(story: Story, call = OUT): void {
  dial(story, call);
  story.received(call.response('agent', 200, 'INVITE', 1, { body: DESCRIPTION() }));
  story.sent(call.request('agent', 'ACK', 1));
}

function reInvite(
  story: Story,
  by: 'agent' | 'remote',
  cseq: number,
  offer: string,
  answer: string,
  method = 'INVITE',
): void {
  const request = IN.request(by, method, cseq, { body: offer });
  const response = IN.response(by, 200, method, cseq, { body: answer });
  if (by === 'agent') {
    story.sent(request);
    story.received(response);
  } else {
    story.received(request);
    story.sent(response);
  }
}

const CASES: Readonly<Record<string, readonly [(story: Story) => void, readonly string[]]>> = {
  'an inbound call that the agent ends': [
    (story) => {
      answerIn(story);
      story.sent(IN.request('agent', 'BYE', 1));
      story.received(IN.response('agent', 200, 'BYE', 1));
    },
    ['ringing', 'answered', 'ended hung-up agent'],
  ],
  'a BYE that is repeated, crosses another and is answered 481': [
    (story) => {
      answerIn(story);
      story.received(IN.request('remote', 'BYE', 2));
      story.received(IN.request('remote', 'BYE', 2));
      story.sent(IN.request('agent', 'BYE', 1));
      story.received(IN.response('agent', 481, 'BYE', 1));
      story.sent(IN.response('remote', 200, 'BYE', 2));
    },
    ['ringing', 'answered', 'ended hung-up remote-party'],
  ],
  'a CANCEL is a missed call': [
    (story) => {
      ring(story);
      story.received(IN.request('remote', 'CANCEL', 1, { early: true }));
      story.sent(IN.response('remote', 200, 'CANCEL', 1));
      story.sent(IN.response('remote', 487, 'INVITE', 1));
    },
    ['ringing', 'ended given-up'],
  ],
  'a CANCEL whose Reason says that another phone answered': [
    (story) => {
      ring(story);
      const lines = ['Reason: SIP;cause=200;text="Call completed elsewhere"'];
      story.received(IN.request('remote', 'CANCEL', 1, { early: true, lines }));
    },
    ['ringing', 'ended answered-elsewhere'],
  ],
  'a CANCEL of another transaction ends nothing': [
    (story) => {
      ring(story);
      story.received(IN.request('remote', 'CANCEL', 1, { early: true, branch: 'z9hG4bKother' }));
    },
    ['ringing'],
  ],
  '180 and 486 in a millisecond do not ring': [
    (story) => {
      story.received(IN.request('remote', 'INVITE', 1, { early: true }));
      story.sent(IN.response('remote', 180, 'INVITE', 1));
      story.pass(1);
      story.sent(IN.response('remote', 486, 'INVITE', 1));
      story.pass(1000);
    },
    ['turned-away 486'],
  ],
  'a phone that sends no 180 rings all the same': [
    (story) => {
      story.received(IN.request('remote', 'INVITE', 1, { early: true }));
      story.sent(IN.response('remote', 100, 'INVITE', 1, { toTag: null }));
      story.pass(500);
      story.sent(IN.response('remote', 603, 'INVITE', 1));
    },
    ['ringing', 'ended rejected 603'],
  ],
  'an INVITE that is repeated, or comes over another branch, rings once': [
    (story) => {
      ring(story);
      story.received(IN.request('remote', 'INVITE', 1, { early: true }));
      story.received(IN.request('remote', 'INVITE', 1, { early: true, branch: 'z9hG4bKfork' }));
      story.sent(IN.response('remote', 482, 'INVITE', 1, { branch: 'z9hG4bKfork', toTag: 'merged' }));
      story.sent(IN.response('remote', 200, 'INVITE', 1));
    },
    ['ringing', 'answered'],
  ],
  'a second ring of the same Call-ID is a call of its own': [
    (story) => {
      ring(story);
      story.received(IN.request('remote', 'CANCEL', 1, { early: true }));
      story.received(IN.request('remote', 'INVITE', 1, { early: true, branch: 'z9hG4bKsecond' }));
      story.sent(IN.response('remote', 180, 'INVITE', 1, { branch: 'z9hG4bKsecond' }));
      story.pass(10);
    },
    ['ringing', 'ended given-up', 'ringing'],
  ],
  '407 and its ACK are no end': [
    (story) => {
      dial(story);
      story.received(OUT.response('agent', 407, 'INVITE', 1));
      story.sent(OUT.request('agent', 'ACK', 1));
      story.sent(OUT.request('agent', 'INVITE', 2, { early: true }));
      story.pass(10_000);
      story.received(OUT.response('agent', 180, 'INVITE', 2));
      story.received(OUT.response('agent', 200, 'INVITE', 2));
    },
    ['dialling', 'remote-ringing', 'answered'],
  ],
  '407 that the page has no password for': [
    (story) => {
      dial(story);
      story.received(OUT.response('agent', 407, 'INVITE', 1));
      story.sent(OUT.request('agent', 'ACK', 1));
      story.pass(10_000);
    },
    ['dialling', 'ended refused 407'],
  ],
  'a fork of which two branches answer': [
    (story) => {
      dial(story);
      story.received(OUT.response('agent', 180, 'INVITE', 1, { toTag: 'one' }));
      story.received(OUT.response('agent', 180, 'INVITE', 1, { toTag: 'two' }));
      story.received(OUT.response('agent', 200, 'INVITE', 1, { toTag: 'ct' }));
      story.received(OUT.response('agent', 200, 'INVITE', 1, { toTag: 'two' }));
      story.sent(OUT.request('agent', 'ACK', 1, { otherTag: 'two' }));
      story.sent(OUT.request('agent', 'BYE', 2, { otherTag: 'two' }));
      story.received(OUT.request('remote', 'BYE', 1));
    },
    ['dialling', 'remote-ringing', 'remote-ringing', 'answered', 'ended hung-up remote-party'],
  ],
  'an agent who cancels while the answer is on its way': [
    (story) => {
      dial(story);
      story.sent(OUT.request('agent', 'CANCEL', 1, { early: true }));
      story.received(OUT.response('agent', 200, 'INVITE', 1));
      story.sent(OUT.request('agent', 'ACK', 1));
      story.sent(OUT.request('agent', 'BYE', 2));
      story.received(OUT.response('agent', 200, 'BYE', 2));
    },
    ['dialling', 'ended cancelled'],
  ],
  busy: [
    (story) => {
      dial(story);
      story.received(OUT.response('agent', 486, 'INVITE', 1));
    },
    ['dialling', 'ended refused 486'],
  ],
  'hold by sendonly, and back': [
    (story) => {
      answerIn(story);
      reInvite(story, 'agent', 1, DESCRIPTION('sendonly'), DESCRIPTION('recvonly'));
      reInvite(story, 'agent', 2, DESCRIPTION('sendrecv'), DESCRIPTION('sendrecv'));
    },
    ['ringing', 'answered', 'held local', 'resumed local'],
  ],
  'hold by UPDATE and inactive, and back': [
    (story) => {
      answerIn(story);
      reInvite(story, 'agent', 1, DESCRIPTION('inactive'), DESCRIPTION('inactive'), 'UPDATE');
      reInvite(story, 'agent', 2, DESCRIPTION('sendrecv'), DESCRIPTION('sendrecv'), 'UPDATE');
    },
    ['ringing', 'answered', 'held local', 'resumed local'],
  ],
  'hold by the null address': [
    (story) => {
      answerIn(story);
      reInvite(story, 'remote', 2, DESCRIPTION('sendrecv', '0.0.0.0'), DESCRIPTION('recvonly'));
      reInvite(story, 'remote', 3, DESCRIPTION('sendrecv'), DESCRIPTION('sendrecv'));
    },
    ['ringing', 'answered', 'held remote', 'resumed remote'],
  ],
  'both hold, and a refresh changes nothing': [
    (story) => {
      answerIn(story);
      reInvite(story, 'agent', 1, DESCRIPTION('sendonly'), DESCRIPTION('recvonly'));
      reInvite(story, 'remote', 2, DESCRIPTION('sendonly'), DESCRIPTION('inactive'));
      reInvite(story, 'agent', 3, DESCRIPTION('inactive'), DESCRIPTION('inactive'));
    },
    ['ringing', 'answered', 'held local', 'held remote'],
  ],
  'glare: a re-INVITE that is refused with 491 holds nothing': [
    (story) => {
      answerIn(story);
      story.sent(IN.request('agent', 'INVITE', 1, { body: DESCRIPTION('sendonly') }));
      story.received(IN.request('remote', 'INVITE', 2, { body: DESCRIPTION('sendonly') }));
      story.sent(IN.response('remote', 491, 'INVITE', 2));
      story.received(IN.response('agent', 491, 'INVITE', 1));
      story.sent(IN.request('agent', 'ACK', 1));
    },
    ['ringing', 'answered'],
  ],
  'an offer in the 200 and the answer in the ACK': [
    (story) => {
      answerIn(story);
      story.sent(IN.request('agent', 'INVITE', 1));
      story.received(IN.response('agent', 200, 'INVITE', 1, { body: DESCRIPTION() }));
      story.sent(IN.request('agent', 'ACK', 1, { body: DESCRIPTION('sendonly') }));
    },
    ['ringing', 'answered', 'held local'],
  ],
  'a re-INVITE for a call that the phone system has forgotten': [
    (story) => {
      answerIn(story);
      story.sent(IN.request('agent', 'INVITE', 1));
      story.received(IN.response('agent', 481, 'INVITE', 1));
      story.sent(IN.request('agent', 'BYE', 2));
    },
    ['ringing', 'answered', 'ended broken'],
  ],
  'a blind transfer': [
    (story) => {
      answerIn(story);
      story.sent(IN.request('agent', 'REFER', 1, { lines: ['Refer-To: <sip:2002@pbx.example.com>'] }));
      story.received(notify(2, '100 Trying'));
      story.received(IN.response('agent', 202, 'REFER', 1));
      story.received(notify(3, '200 OK'));
      story.received(IN.request('remote', 'BYE', 4));
      story.received(notify(5, '503 Late'));
    },
    ['ringing', 'answered', 'transfer blind 2002', 'ended transferred 2002'],
  ],
  'a transfer whose BYE comes before every answer': [
    (story) => {
      answerIn(story);
      story.sent(IN.request('agent', 'REFER', 1, { lines: ['Refer-To: <sip:2002@pbx.example.com>'] }));
      story.sent(IN.request('agent', 'BYE', 2));
      story.received(IN.response('agent', 202, 'REFER', 1));
      story.received(notify(2, '200 OK'));
    },
    ['ringing', 'answered', 'transfer blind 2002', 'ended transferred 2002'],
  ],
  'a transfer that fails after it was accepted': [
    (story) => {
      answerIn(story);
      story.sent(IN.request('agent', 'REFER', 1, { lines: ['Refer-To: <sip:2002@pbx.example.com>'] }));
      story.received(IN.response('agent', 202, 'REFER', 1));
      story.received(notify(2, '486 Busy Here'));
      story.received(notify(3, '486 Busy Here'));
      story.received(IN.request('remote', 'BYE', 4));
    },
    ['ringing', 'answered', 'transfer blind 2002', 'transfer-failed 486', 'ended hung-up remote-party'],
  ],
  'a REFER that is refused': [
    (story) => {
      answerIn(story);
      story.sent(IN.request('agent', 'REFER', 1, { lines: ['Refer-To: <sip:2002@pbx.example.com>'] }));
      story.received(IN.response('agent', 603, 'REFER', 1));
    },
    ['ringing', 'answered', 'transfer blind 2002', 'transfer-failed 603'],
  ],
  'an attended transfer ends both calls': [
    (story) => {
      answerIn(story);
      const other = leg({ callId: 'call-2', callerTag: 'rt', agentTag: 'bt' });
      answerOut(story, other);
      const referTo = 'Refer-To: <sip:2002@pbx.example.com?Replaces=call-2%3Bto-tag%3Drt%3Bfrom-tag%3Dbt>';
      story.sent(IN.request('agent', 'REFER', 1, { lines: [referTo] }));
      story.received(IN.response('agent', 202, 'REFER', 1));
      story.received(other.request('remote', 'BYE', 1));
      story.received(notify(2, '200 OK'));
      story.sent(IN.request('agent', 'BYE', 3));
    },
    [
      ...['ringing', 'answered', 'dialling', 'answered', 'transfer attended 2002'],
      ...['ended transferred 13900001234', 'ended transferred 2002'],
    ],
  ],
  'a call that replaces another': [
    (story) => {
      answerIn(story);
      const next = leg({ callId: 'call-2', callerTag: 'nt', agentTag: 'mt' });
      const lines = ['Replaces: call-1;to-tag=at;from-tag=ct'];
      story.received(next.request('remote', 'INVITE', 1, { early: true, lines }));
      story.sent(next.response('remote', 200, 'INVITE', 1));
      story.sent(IN.request('agent', 'BYE', 1));
    },
    ['ringing', 'answered', 'ringing', 'answered', 'ended hung-up remote-party'],
  ],
  'two calls of which neither is held': [
    (story) => {
      const other = leg({ callId: 'call-2', callerTag: 'nt', agentTag: 'mt' });
      answerIn(story);
      answerIn(story, other);
      story.received(IN.request('remote', 'BYE', 2));
      story.received(other.request('remote', 'BYE', 2));
    },
    [
      ...['ringing', 'answered', 'ringing', 'answered'],
      ...['ended hung-up remote-party', 'ended hung-up remote-party'],
    ],
  ],
  'a page that is watched from its 180 on': [
    (story) => {
      story.sent(IN.response('remote', 180, 'INVITE', 1));
      story.pass(10);
      story.sent(IN.response('remote', 200, 'INVITE', 1));
      story.received(IN.request('remote', 'BYE', 2));
    },
    ['ringing', 'answered', 'ended hung-up remote-party'],
  ],
  'a page that is watched from the middle of a call on': [
    (story) => {
      story.sent(IN.request('agent', 'INVITE', 5, { body: DESCRIPTION('sendonly') }));
      story.received(IN.response('agent', 200, 'INVITE', 5, { body: DESCRIPTION('recvonly') }));
      story.sent(IN.request('agent', 'BYE', 6));
    },
    ['dialling', 'answered', 'ended hung-up agent'],
  ],
  'late messages of a call that ended begin none': [
    (story) => {
      answerIn(story);
      story.sent(IN.request('agent', 'INVITE', 1));
      story.received(IN.request('remote', 'BYE', 2));
      story.received(IN.response('agent', 200, 'INVITE', 1));
      story.sent(IN.response('remote', 200, 'INVITE', 1));
      story.sent(IN.response('remote', 180, 'INVITE', 1));
      story.pass(1000);
    },
    ['ringing', 'answered', 'ended hung-up remote-party'],
  ],
  'a ring whose end was missed': [
    (story) => {
      ring(story);
      story.pass(600_000);
    },
    ['ringing', 'ended no-answer'],
  ],
};

function notify(cseq: number, line: string): string {
  return IN.request('remote', 'NOTIFY', cseq, {
    lines: ['Event: refer', 'Subscription-State: active', 'Content-Type: message/sipfrag;version=2.0'],
    body: `SIP/2.0 ${line}\r\n`,
  });
}

describe("a page's frames as events", () => {
  it.each(Object.entries(CASES))('%s', (_name, [play, events]) => {
    const story = readerStory();
    play(story);
    expect(story.shown()).toEqual(events);
    expect(story.impossible).toEqual([]);
  });

  it('reads who calls, and that the call is in another program', () => {
    const story = readerStory();
    answerIn(story);
    expect(story.phone.calls[0]).toMatchObject({
      id: 'call-1',
      direction: 'inbound',
      remoteParty: { number: '13900001234', displayName: 'Li' },
      calledNumbers: ['1001'],
      watchOnly: true,
    });
  });

  it('keeps both calls of a page that calls itself apart', () => {
    const story = readerStory();
    const invite = OUT.request('agent', 'INVITE', 1, { early: true });
    story.sent(invite);
    story.received(invite);
    story.sent(OUT.response('agent', 180, 'INVITE', 1));
    story.received(OUT.response('agent', 180, 'INVITE', 1));
    story.pass(10);
    expect(story.phone.calls.map(({ id, state }) => [id, state])).toEqual([
      ['call-1', 'remote-ringing'],
      ['call-1~2', 'ringing'],
    ]);
  });

  it('describes the calls that are up to a host that missed them', () => {
    const story = readerStory();
    answerIn(story);
    reInvite(story, 'agent', 1, DESCRIPTION('sendonly'), DESCRIPTION('recvonly'));
    expect(story.reader.history.map(({ type }) => type)).toEqual(['ringing', 'answered', 'held']);
    story.sent(IN.request('agent', 'BYE', 2));
    expect(story.reader.history).toEqual([]);
  });

  it('bounds the calls of a page', () => {
    const story = readerStory();
    for (let at = 0; at < 100; at += 1) ring(story, leg({ callId: `call-${at}` }));
    expect(story.phone.calls.filter(({ state }) => state !== 'ended')).toHaveLength(20);
  });
});
