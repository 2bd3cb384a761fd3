import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithheld } from '../../../../calls/numbers/withheld.ts';
import type { SipRequest } from '../../../../calls/sources/sip/message.ts';
import { parseMessage } from '../../../../calls/sources/sip/parse-message.ts';
import { originalTarget } from '../../../../calls/sources/sip-front/original-target.ts';
import { assertedParty, callingParty } from '../../../../calls/sources/sip-front/remote-identity.ts';

function invite(...headers: readonly string[]): SipRequest {
  const from = headers.some((line) => /^(?:from|f)\s*:/i.test(line))
    ? []
    : ['From: "王五" <sip:13900001234@pbx.example>;tag=1'];
  const text = ['INVITE sip:0283@phone.example SIP/2.0', ...from, ...headers, '', ''].join('\r\n');
  const parsed = parseMessage(text);
  if (!parsed.ok || parsed.message.kind !== 'request') throw new Error('no request');
  return parsed.message;
}

const numberOf = (from: string) => callingParty(invite(`From: ${from};tag=1`), false).number;

describe('the number in From', () => {
  test.each([
    ['<sip:13900001234@pbx.example>', '13900001234'],
    ['<sip:%2B8613900001234@pbx.example>', '+8613900001234'],
    ['<sip:+86-139-0000-1234@pbx.example;user=phone>', '+8613900001234'],
    ['<sip:13900001234;phone-context=+86@pbx.example;user=phone>', '+8613900001234'],
    ['<sip:20001234;phone-context=+8621@pbx.example>', '+862120001234'],
    ['<sip:20001234;phone-context=%2B8621@pbx.example>', '+862120001234'],
    ['<sip:8001;phone-context=pbx.example@pbx.example>', '8001'],
    ['<sip:+8613900001234;npdi;rn=+8613999999999@pbx.example>', '+8613900001234'],
    ['<sip:+8613900001234;cpc=ordinary@pbx.example>', '+8613900001234'],
    ['<sip:+8613900001234;isub=12@pbx.example>', '+8613900001234'],
    ['<sip:02120001234;ext=801@pbx.example>', '02120001234;ext=801'],
    ['<sip:13900001234:secret@pbx.example>', '13900001234'],
    ['<sip:13900001234;cpc=ordinary:secret@pbx.example>', '13900001234'],
    ['sip:13900001234@pbx.example', '13900001234'],
    ['<tel:+86-139-0000-1234>', '+8613900001234'],
    ['<tel:13900001234;phone-context=+86>', '+8613900001234'],
    ['tel:+8613900001234', '+8613900001234'],
    ['<sip:(021)2000.1234@pbx.example>', '02120001234'],
    ['<sip:8001%23@pbx.example>', '8001#'],
    ['<sip:8001#@pbx.example>', '8001#'],
    ['<sip:alice@pbx.example>', 'alice'],
    ['<sip:13900001234@pbx>', '13900001234'],
  ])('%s', (from, number) => expect(numberOf(from)).toBe(number));

  test.each([
    ['<sip:anonymous@anonymous.invalid>', 'anonymous'],
    ['"Anonymous" <sip:Anonymous@anonymous.invalid>', 'anonymous'],
    ['<sip:c8oqz84zk7z@anonymous.invalid>', 'anonymous'],
    ['<sip:pbx.example>', ''],
    ['<sip:@pbx.example>', ''],
    ['<tel:>', 'anonymous'],
    ['garbage', 'anonymous'],
    ['<sip:anonymous@pbx.example>', 'anonymous'],
  ])('names nobody: %s', (from, number) => {
    expect(numberOf(from)).toBe(number);
    expect(isWithheld(numberOf(from))).toBe(true);
  });
});

describe('the display name', () => {
  const nameOf = (from: string) => callingParty(invite(`From: ${from};tag=1`), false).displayName;

  test.each([
    ['王五 <sip:1@pbx.example>', '王五'],
    ['"王五" <sip:1@pbx.example>', '王五'],
    ['"a\\"b" <sip:1@pbx.example>', 'a"b'],
    ['"<b>x</b>" <sip:1@pbx.example>', '<b>x</b>'],
    ['"=?UTF-8?B?PGI+?=" <sip:1@pbx.example>', '=?UTF-8?B?PGI+?='],
    ['"a\tb\u0007c" <sip:1@pbx.example>', 'a b c'],
    ['"\u202Eevil" <sip:1@pbx.example>', 'evil'],
  ])('is the sender’s text, cleaned: %s', (from, name) => expect(nameOf(from)).toBe(name));

  test('of a withheld number in words is none', () => {
    expect(nameOf('"Anonymous" <sip:anonymous@pbx.example>')).toBeNull();
    expect(nameOf('"未知号码" <sip:unknown@pbx.example>')).toBeNull();
  });

  test('is bounded, and has no half of a character', () => {
    expect(nameOf(`"${'名'.repeat(5_000)}" <sip:1@pbx.example>`)).toHaveLength(200);
    expect(nameOf(`"${'x'.repeat(199)}😀" <sip:1@pbx.example>`)).toBe('x'.repeat(199));
  });
});

describe('an identity asserted by a trusted server', () => {
  const asserted = (...headers: readonly string[]) => callingParty(invite(...headers), true);

  test('is the caller', () => {
    expect(asserted('P-Asserted-Identity: "张三" <sip:+8613700000001@pbx.example>')).toEqual({
      number: '+8613700000001',
      displayName: '张三',
    });
    expect(asserted('P-Asserted-Identity: tel:+8613700000001').number).toBe('+8613700000001');
  });

  test('may have two values, in one header or in two: the number and the name', () => {
    const both = { number: '+8613700000001', displayName: '张三' };
    expect(asserted('P-Asserted-Identity: "张三" <sip:zhang@pbx.example>, <tel:+86-137-0000-0001>')).toEqual(
      both,
    );
    expect(
      asserted(
        'P-Asserted-Identity: <tel:+8613700000001>',
        'P-Asserted-Identity: "张三" <sip:zhang@pbx.example>',
      ),
    ).toEqual(both);
  });

  test('goes before Remote-Party-ID, which goes before From', () => {
    const rpid = 'Remote-Party-ID: "李四" <sip:13700000002@pbx.example>;party=calling;screen=yes;privacy=off';
    expect(asserted(rpid).number).toBe('13700000002');
    expect(asserted(rpid, 'P-Asserted-Identity: <sip:13700000001@pbx.example>').number).toBe('13700000001');
  });

  test('of Remote-Party-ID is that of the calling party, verified before unverified', () => {
    expect(
      asserted(
        'Remote-Party-ID: <sip:0283@pbx.example>;party=called',
        'Remote-Party-ID: <sip:13700000003@pbx.example>;party=calling;screen=no',
        'Remote-Party-ID: <sip:13700000004@pbx.example>;party=calling;screen=yes',
      ).number,
    ).toBe('13700000004');
    expect(asserted('Remote-Party-ID: <sip:13700000005@pbx.example>').number).toBe('13700000005');
    expect(asserted('Remote-Party-ID: <sip:0283@pbx.example>;party=called').number).toBe('13900001234');
  });

  test.each([
    ['full', 'anonymous', null],
    ['uri', 'anonymous', '李四'],
    ['name', '13700000002', null],
    ['off', '13700000002', '李四'],
  ])('of Remote-Party-ID with privacy=%s', (privacy, number, displayName) => {
    const header = `Remote-Party-ID: "李四" <sip:13700000002@pbx.example>;party=calling;privacy=${privacy}`;
    expect(asserted(header)).toEqual({ number, displayName });
  });

  test('is not one that is only preferred', () => {
    expect(asserted('P-Preferred-Identity: <sip:13700000001@pbx.example>').number).toBe('13900001234');
  });

  test('that names nobody leaves the next one', () => {
    expect(asserted('P-Asserted-Identity: ').number).toBe('13900001234');
    expect(asserted('P-Asserted-Identity: <sip:trunk.example>').number).toBe('13900001234');
    const rpid = 'Remote-Party-ID: <sip:13700000005@pbx.example>';
    expect(asserted('P-Asserted-Identity: <sip:trunk.example>', rpid).number).toBe('13700000005');
  });

  test('may be that the number is unknown or withheld', () => {
    for (const uri of [
      'sip:unknown@pbx.example',
      'sip:anonymous@anonymous.invalid',
      'sip:Restricted@pbx.example',
    ])
      expect(isWithheld(asserted(`P-Asserted-Identity: <${uri}>`).number)).toBe(true);
  });

  test.each(['id', 'user', 'id;critical', 'header;id', 'session; user', 'ID'])(
    'with Privacy: %s is withheld',
    (privacy) => {
      const headers = ['P-Asserted-Identity: "张三" <sip:+8613700000001@pbx.example>', `Privacy: ${privacy}`];
      expect(asserted(...headers)).toEqual({ number: 'anonymous', displayName: null });
    },
  );

  test('with Privacy: none or header is shown', () => {
    for (const privacy of ['none', 'header', 'session'])
      expect(asserted('P-Asserted-Identity: <tel:+8613700000001>', `Privacy: ${privacy}`).number).toBe(
        '+8613700000001',
      );
  });

  test('is ignored of a server that is not trusted', () => {
    const request = invite(
      'P-Asserted-Identity: <sip:+8613700000001@pbx.example>',
      'Remote-Party-ID: <sip:+8613700000001@pbx.example>;party=calling',
    );
    expect(callingParty(request, false).number).toBe('13900001234');
  });

  test('is read inside a call, and none is asserted by From alone', () => {
    expect(assertedParty(invite())).toBeNull();
    expect(assertedParty(invite('P-Asserted-Identity: <tel:+8613700000001>'))?.number).toBe('+8613700000001');
  });
});

describe('for whom a diverted call rang first', () => {
  const first = (...headers: readonly string[]) => originalTarget(invite(...headers));

  test('is the oldest Diversion', () => {
    expect(
      first(
        'Diversion: <sip:8002@pbx.example>;reason=no-answer',
        'Diversion: "售后" <sip:8001@pbx.example>;reason=user-busy;counter=1',
      ),
    ).toEqual({ number: '8001', displayName: '售后' });
    expect(
      first('Diversion: <tel:+86-21-2000-1234>;reason=unconditional, <tel:95000>;reason=deflection')?.number,
    ).toBe('95000');
  });

  test('is the first entry of History-Info', () => {
    const history = [
      '<sip:8001@pbx.example?Reason=SIP%3Bcause%3D486>;index=1',
      '<sip:8002@pbx.example?Reason=SIP%3Bcause%3D408>;index=1.1',
      '<sip:0283@pbx.example>;index=1.2;mp=1',
    ];
    expect(first(`History-Info: ${history.join(', ')}`)?.number).toBe('8001');
    expect(first(...history.toReversed().map((one) => `History-Info: ${one}`))?.number).toBe('8001');
  });

  test('is nobody else in a call that came to whom it was for', () => {
    expect(first()).toBeNull();
    expect(first('History-Info: <sip:0283@pbx.example>;index=1')).toBeNull();
    expect(first('History-Info: <sip:0283@pbx.example>;index=1, <sip:0283@10.0.0.1>;index=1.1')).toBeNull();
  });

  test('is not shown where it is not to be', () => {
    expect(first('Diversion: <sip:8001@pbx.example>;reason=user-busy;privacy=full')).toBeNull();
    expect(first('Diversion: <sip:anonymous@anonymous.invalid>;reason=user-busy')).toBeNull();
    expect(
      first('History-Info: <sip:8001@pbx.example?Privacy=history>;index=1, <sip:0283@pbx.example>;index=1.1'),
    ).toBeNull();
  });
});

test('no header of any kind throws, and what is read is bounded', () => {
  const names = ['from', 'p-asserted-identity', 'remote-party-id', 'diversion', 'history-info', 'privacy'];
  const header = fc.record({
    name: fc.constantFrom(...names),
    value: fc.string({ unit: 'binary', maxLength: 120 }),
  });
  fc.assert(
    fc.property(fc.array(header, { maxLength: 6 }), (headers) => {
      const request: SipRequest = { ...invite(), headers };
      const { number, displayName } = callingParty(request, true);
      originalTarget(request);
      expect(number.length).toBeLessThanOrEqual(200);
      expect(displayName === null || displayName.length <= 200).toBe(true);
    }),
  );
});
