import { describe, expect, test } from 'vitest';
import type { SipRequest } from '../../../../calls/sources/sip/message.ts';
import { answerAfter, requestedAnswerAfter } from '../../../../calls/sources/sip-front/answer-after.ts';

function invite(name: string, value: string): SipRequest {
  return {
    kind: 'request',
    method: 'INVITE',
    uri: 'sip:0283@phone.example',
    headers: [{ name, value }],
    body: '',
  };
}

describe('the phone system asks for an answer', () => {
  test.each([
    ['call-info', '<sip:pbx.example>;answer-after=0', 0],
    ['call-info', '<sip:pbx.example>; answer-after=5', 5_000],
    ['call-info', '<sip:pbx.example>;purpose=icon, <sip:pbx.example>;answer-after=2', 2_000],
    ['call-info', ';answer-after=0', 0],
    ['call-info', 'answer-after=0', 0],
    ['call-info', '<sip:pbx.example>;Answer-After="3"', 3_000],
    ['alert-info', '<http://pbx.example>;answer-after=1', 1_000],
    ['alert-info', '<http://pbx.example>;info=alert-autoanswer', 0],
    ['alert-info', '<http://www.notused.example>;info=alert-autoanswer;delay=0', 0],
    ['alert-info', 'info=alert-autoanswer', 0],
    ['alert-info', ';info=alert-autoanswer', 0],
    ['alert-info', '<http://pbx.example>;info="Auto Answer"', 0],
    ['alert-info', 'Auto Answer', 0],
    ['alert-info', 'Ring Answer', 0],
    ['answer-mode', 'Auto', 0],
    ['priv-answer-mode', 'Auto;require', 0],
  ])('%s: %s', (name, value, after) => expect(requestedAnswerAfter(invite(name, value))).toBe(after));

  test.each([
    ['call-info', '<http://pbx.example/icon.png>;purpose=icon'],
    ['call-info', '<sip:pbx.example>;answer-after=-1'],
    ['call-info', '<sip:pbx.example>;answer-after=soon'],
    ['call-info', '<sip:pbx.example>;answer-after='],
    ['call-info', '<sip:pbx.example>;answer-after=3600'],
    ['call-info', '<sip:pbx.example?answer-after=0>'],
    ['call-info', '<sip:pbx.example>;info=alert-autoanswer'],
    ['alert-info', '<http://pbx.example>;info=alert-external'],
    ['alert-info', '<urn:alert:source:external>'],
    ['answer-mode', 'Manual'],
    ['subject', 'answer-after=0'],
  ])('not by %s: %s', (name, value) => expect(requestedAnswerAfter(invite(name, value))).toBeNull());
});

describe('the call is answered by itself', () => {
  const allowed = { isAllowed: true, trustsServer: true, isReady: true };
  const asked = (seconds: number) => invite('call-info', `<sip:pbx.example>;answer-after=${seconds}`);

  test('after the time that was asked for, and not before a ring was heard', () => {
    expect(answerAfter(asked(5), allowed)).toBe(5_000);
    expect(answerAfter(asked(0), allowed)).toBe(1_000);
  });

  test.each(['isAllowed', 'trustsServer', 'isReady'] as const)('never without %s', (missing) => {
    expect(answerAfter(asked(0), { ...allowed, [missing]: false })).toBeNull();
  });

  test('never if nobody asks for it', () => {
    expect(answerAfter(invite('subject', 'x'), allowed)).toBeNull();
  });
});
