import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNameAddr, parseSipUri, quote, splitOutside } from '../../practice/sip/header-values.ts';

describe('values of SIP headers', () => {
  it.each([
    ['"王女士" <sip:1@a.invalid;transport=ws>;tag=x', '王女士', 'sip:1@a.invalid;transport=ws', 'x'],
    ['Bare Name <sip:1@a.invalid>', 'Bare Name', 'sip:1@a.invalid', undefined],
    ['sip:1@a.invalid;tag=x', null, 'sip:1@a.invalid', 'x'],
    [
      '"a <sip:evil@b.invalid>;tag=evil, \\" x" <sip:1@a.invalid>;tag=x',
      'a <sip:evil@b.invalid>;tag=evil, " x',
      'sip:1@a.invalid',
      'x',
    ],
  ])('reads %s', (text, displayName, uri, tag) => {
    const address = parseNameAddr(text);
    expect(address).toMatchObject({ displayName, uri });
    expect(address?.params.get('tag')).toBe(tag);
  });

  it.each(['', '<>', 'nobody', '"unclosed <sip:1@a.invalid>', '<sip:1@a.invalid', '<not a uri>'])(
    'makes no address of %j',
    (text) => expect(parseNameAddr(text)).toBeUndefined(),
  );

  it('gives any display name back as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aZ0 "\\<>;:,=王😀é\u202e\t'), minLength: 1 }),
        (name) => {
          fc.pre(!/[\r\n]/.test(name));
          expect(parseNameAddr(`${quote(name)} <sip:1@a.invalid>;tag=x`)).toMatchObject({
            displayName: name,
            uri: 'sip:1@a.invalid',
          });
        },
      ),
    );
  });

  it('cuts lists outside quotes and brackets only', () => {
    expect(splitOutside('<sip:a;x=1,2>, "b, c" <sip:b>,d', ',')).toEqual([
      '<sip:a;x=1,2>',
      '"b, c" <sip:b>',
      'd',
    ]);
  });

  it('takes user and host out of a URI', () => {
    expect(parseSipUri('sip:%2B861@A.Invalid:5060;transport=ws?x=y')).toEqual({
      user: '+861',
      host: 'a.invalid',
    });
    expect(parseSipUri('sip:%E0%A4%A@a')).toEqual({ user: '%E0%A4%A', host: 'a' });
    expect(parseSipUri('tel:110')).toBeUndefined();
  });
});
