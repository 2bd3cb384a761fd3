import { describe, expect, test } from 'vitest';
import type { SipRequest } from '../../../../calls/sources/sip/message.ts';
import { readDiversions, readHistory } from '../../../../calls/sources/sip-front/diversions.ts';

function invite(...headers: readonly [string, string][]): SipRequest {
  return {
    ...{ kind: 'request', method: 'INVITE', uri: 'sip:0283@192.0.2.1', body: '' },
    headers: headers.map(([name, value]) => ({ name, value })),
  };
}
const uris = (...headers: readonly [string, string][]) =>
  readDiversions(invite(...headers)).map(({ uri }) => uri);

describe('Diversion (RFC 5806)', () => {
  test('the last value is the party that was called first', () => {
    const value = '"前台" <sip:801@pbx.example>;reason=no-answer;counter=1';
    const older = '<tel:+864001234567>;reason=user-busy;privacy=full';
    expect(readDiversions(invite(['diversion', value], ['diversion', older]))).toEqual([
      { displayName: null, uri: 'tel:+864001234567', reason: 'busy', isPrivate: true },
      { displayName: '前台', uri: 'sip:801@pbx.example', reason: 'no-answer', isPrivate: false },
    ]);
    expect(uris(['diversion', `${value}, ${older}`])).toEqual(['tel:+864001234567', 'sip:801@pbx.example']);
  });

  test.each([
    ['user-busy', 'busy'],
    ['no-answer', 'no-answer'],
    ['unconditional', 'unconditional'],
    ['unavailable', 'unavailable'],
    ['deflection', 'deflected'],
    ['out-of-service', 'unavailable'],
    ['UNCONDITIONAL', 'unconditional'],
    ['something-else', null],
  ])('reason %s', (reason, read) => {
    expect(readDiversions(invite(['diversion', `<sip:a@b.example>;reason=${reason}`]))[0]?.reason).toBe(read);
  });

  test.each([
    ['a bare URI', 'sip:801@pbx.example;reason=unconditional', ['sip:801@pbx.example']],
    ['a quoted reason', '<sip:801@pbx.example>;reason="unconditional"', ['sip:801@pbx.example']],
    ['a comma in a name', '"Desk, front" <sip:801@pbx.example>', ['sip:801@pbx.example']],
    ['no URI', 'unconditional', []],
    ['another scheme', '<mailto:a@example.com>', []],
    ['nothing', '', []],
  ])('%s', (_, value, read) => {
    expect(uris(['diversion', value])).toEqual(read);
  });
});

describe('History-Info (RFC 7044)', () => {
  test('an entry that was mapped to another user was diverted from; one to its contact was not', () => {
    expect(
      readDiversions(
        invite(
          ['history-info', '<sip:4001234567@pbx.example>;index=1'],
          ['history-info', '<sip:queue@pbx.example;cause=302>;index=1.1;mp=1'],
          ['history-info', '<sip:0283@192.0.2.1>;index=1.1.1;rc=1.1'],
        ),
      ),
    ).toEqual([
      { displayName: null, uri: 'sip:4001234567@pbx.example', reason: 'unconditional', isPrivate: false },
    ]);
  });

  test('entries are ordered by their index, whatever the order of the headers', () => {
    const history = readHistory(
      invite([
        'history-info',
        '<sip:c@x.example>;index=1.10, <sip:b@x.example>;index=1.2, <sip:a@x.example>;index=1',
      ]),
    );
    expect(history.map(({ uri }) => uri)).toEqual(['sip:a@x.example', 'sip:b@x.example', 'sip:c@x.example']);
  });

  test('older entries (RFC 4244) with a Reason in the URI', () => {
    expect(
      readDiversions(
        invite([
          'history-info',
          '<sip:801@x.example?Reason=SIP%3Bcause%3D486%3Btext%3D%22Busy%2C%20here%22&Privacy=history>;index=1,<sip:0283@x.example>;index=1.1',
        ]),
      ),
    ).toEqual([{ displayName: null, uri: 'sip:801@x.example', reason: 'busy', isPrivate: true }]);
  });

  test('the same user at another address is no diversion', () => {
    expect(
      uris(
        ['history-info', '<sip:0283@pbx.example>;index=1'],
        ['history-info', '<sip:0283@192.0.2.1>;index=1.1'],
      ),
    ).toEqual([]);
  });

  test.each([
    ['no index', '<sip:801@x.example>, <sip:0283@x.example>'],
    ['an index that is none', '<sip:801@x.example>;index=first, <sip:0283@x.example>;index=1.x'],
    ['one entry', '<sip:0283@x.example>;index=1'],
    ['garbage', '<<<>>>;;;index=1'],
  ])('%s says nothing', (_, value) => {
    expect(uris(['history-info', value])).toEqual([]);
  });

  test('a broken percent escape does no harm', () => {
    expect(
      uris(['history-info', '<sip:8%ZZ@x.example?Reason=%E0%A4%A>;index=1,<sip:9@x.example>;index=2']),
    ).toEqual(['sip:8%ZZ@x.example']);
  });
});

test('Diversion is taken before History-Info: both describe the same call', () => {
  expect(
    uris(
      ['history-info', '<sip:801@x.example>;index=1'],
      ['history-info', '<sip:0283@x.example>;index=1.1;mp=1'],
      ['diversion', '<sip:4001234567@x.example>'],
    ),
  ).toEqual(['sip:4001234567@x.example']);
});

test('a request without either says nothing, one with thousands of entries is read in bounds', () => {
  expect(readDiversions(invite())).toEqual([]);
  const many = Array.from({ length: 5_000 }, (_, n) => `<sip:${n}@x.example>`).join(',');
  expect(readDiversions(invite(['diversion', many])).length).toBeLessThanOrEqual(70);
});
