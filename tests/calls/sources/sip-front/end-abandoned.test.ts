import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Dialog, dialogSchema } from '../../../../calls/dialog.ts';
import { headerLines, type SipRequest } from '../../../../calls/sources/sip/message.ts';
import { byeIn, endAbandoned } from '../../../../calls/sources/sip-front/end-abandoned.ts';
import type { OwnAnswer } from '../../../../calls/sources/sip-front/own-requests.ts';

const DIALOG: Dialog = {
  ...{ callId: 'a84b4c76e66710@pbx.example', localTag: 'agent', remoteTag: 'caller' },
  ...{ localUri: 'sip:0283@pbx.example', remoteUri: 'tel:+8613900001234' },
  ...{ remoteTarget: 'sip:pbx@192.0.2.7;transport=ws', cseq: 17 },
  routeSet: ['<sip:p1.example;lr>', '<sip:p2.example;lr;did=a.1>'],
};

describe('the BYE of an abandoned dialog (RFC 3261 §12.2.1.1)', () => {
  test('goes along the route set to the remote target, with tags, and a higher CSeq', () => {
    const bye = byeIn(DIALOG);
    expect([bye.method, bye.uri]).toEqual(['BYE', DIALOG.remoteTarget]);
    expect(headerLines(bye, 'route')).toEqual(DIALOG.routeSet);
    expect(headerLines(bye, 'from')).toEqual(['<sip:0283@pbx.example>;tag=agent']);
    expect(headerLines(bye, 'to')).toEqual(['<tel:+8613900001234>;tag=caller']);
    expect(headerLines(bye, 'cseq')).toEqual(['10017 BYE']);
  });

  test('names a strict router in the request line, and the target last (§16.12.1)', () => {
    const bye = byeIn({ ...DIALOG, routeSet: ['<sip:old.example>', '<sip:p2.example;lr>'] });
    expect(bye.uri).toBe('sip:old.example');
    expect(headerLines(bye, 'route')).toEqual(['<sip:p2.example;lr>', `<${DIALOG.remoteTarget}>`]);
  });

  test('never has a CSeq above the highest', () => {
    expect(headerLines(byeIn({ ...DIALOG, cseq: 2 ** 31 - 2 }), 'cseq')).toEqual(['2147483647 BYE']);
  });
});

test.each<[OwnAnswer, 'ended' | 'no-answer']>([
  [{ ok: true, response: { kind: 'response', status: 200, reason: 'OK', headers: [], body: '' } }, 'ended'],
  // The phone system does not know the call any more: it is over too.
  [{ ok: true, response: { kind: 'response', status: 481, reason: 'x', headers: [], body: '' } }, 'ended'],
  [{ ok: false, reason: 'no-answer' }, 'no-answer'],
  [{ ok: false, reason: 'offline' }, 'no-answer'],
])('%j: %s', async (answer, end) => {
  const sent: SipRequest[] = [];
  const send = async (request: SipRequest) => {
    sent.push(request);
    return answer;
  };
  expect(await endAbandoned({ send }, DIALOG)).toBe(end);
  expect(sent).toHaveLength(1);
});

test('a dialog that would put another line into a message is none', () => {
  for (const part of ['callId', 'localTag', 'remoteTag', 'localUri', 'remoteUri', 'remoteTarget'] as const)
    expect(v.is(dialogSchema, { ...DIALOG, [part]: 'x\r\nEvil: 1' }), part).toBe(false);
  expect(v.is(dialogSchema, { ...DIALOG, routeSet: ['a\nb'] })).toBe(false);
  expect(v.is(dialogSchema, DIALOG)).toBe(true);
});
