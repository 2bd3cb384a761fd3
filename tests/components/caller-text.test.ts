import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupNumber, maskedNumber, tameText } from '../../components/caller-text.ts';

/** Mostly from the planes with control characters, sometimes any code point. */
const anyCodePoint = fc.oneof(fc.nat(0xff), fc.integer({ min: 0x2000, max: 0x20ff }), fc.nat(0x10ffff));

describe('what the other side calls itself', () => {
  it('cannot reverse the line, hide or break it', () => {
    expect(tameText('\u202Egnp.exe')).toBe('gnp.exe');
    expect(tameText('王\u0000女\u200B士\n')).toBe('王女士');
    expect(tameText(' \u2066\u2069 ')).toBeNull();
    expect(tameText(null)).toBeNull();
  });

  it('is cut before it fills the panel, and never in the middle of a letter', () => {
    expect(tameText('😀'.repeat(100), 3)).toBe('😀😀😀…');
  });

  it('never keeps a control or format character, whatever is sent', () => {
    fc.assert(
      fc.property(fc.array(anyCodePoint), (codes) => {
        const text = String.fromCodePoint(...codes);
        expect(tameText(text) ?? '').not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});

describe('a number', () => {
  it('shows three and four digits of a mobile number, with or without the country', () => {
    expect(maskedNumber('13900001234')).toBe('139 **** 1234');
    expect(maskedNumber('+8613900001234')).toBe('139 **** 1234');
    expect(maskedNumber('008613900001234')).toBe('139 **** 1234');
  });

  it('leaves extensions and hotlines whole: they are nobody’s', () => {
    expect(maskedNumber('8001')).toBe('8001');
    expect(maskedNumber('10000')).toBe('10000');
  });

  it('is set in groups once it is shown whole', () => {
    expect(groupNumber('+8613900001234')).toBe('139 0000 1234');
    expect(groupNumber('+4930000000')).toBe('+4930000000');
  });
});
