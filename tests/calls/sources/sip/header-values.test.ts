import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../../calls/sources/sip/address.ts';
import { quote, splitOutside } from '../../../../calls/sources/sip/header-values.ts';
import { readNameAddress } from '../../../../calls/sources/sip/name-address.ts';

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
    const address = readNameAddress(text);
    expect(address).toMatchObject({ displayName, uri });
    expect(address?.params.get('tag')).toBe(tag);
  });

  it.each(['', '<>', 'nobody', '"unclosed <sip:1@a.invalid>', '<sip:1@a.invalid', '<not a uri>'])(
    'makes no address of %j',
    (text) => expect(readNameAddress(text)).toBeNull(),
  );

  it('gives any display name back as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aZ0 "\\<>;:,=王😀é\u202e\t'), minLength: 1 }),
        (name) => {
          fc.pre(!/[\r\n]/.test(name));
          expect(readNameAddress(`${quote(name)} <sip:1@a.invalid>;tag=x`)).toMatchObject({
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

  it.each([
    ['sip:%2B861@A.Invalid:5060;transport=ws?x=y', { user: '+861', host: 'a.invalid', port: 5060 }],
    ['sip:%E0%A4%A@a', { user: '%E0%A4%A', host: 'a', port: null }],
    ['SIPS:pbx', { scheme: 'sips', user: null, host: 'pbx' }],
    ['sip:*21#@pbx', { user: '*21#', host: 'pbx' }],
    ['sip:139;phone-context=+86@pbx;user=phone', { user: '139;phone-context=+86', host: 'pbx' }],
    ['sip:1001:secret@pbx', { user: '1001', password: 'secret' }],
    ['sip:1@[2001:db8::10]:5070;lr', { host: '[2001:db8::10]', port: 5070 }],
    ['tel:+86-139-0000;phone-context=x', { scheme: 'tel', number: '+86-139-0000' }],
  ])('reads the address %s', (uri, expected) => expect(readAddress(uri)).toMatchObject(expected));

  it.each(['', 'sip:', 'sip:@', 'sip:a@', 'sip:a@b:99999', 'sip:a@b:x', 'sip:a@<b>', 'tel:', 'mailto:a@b'])(
    'makes no address of %j',
    (uri) => expect(readAddress(uri)).toBeNull(),
  );
});
