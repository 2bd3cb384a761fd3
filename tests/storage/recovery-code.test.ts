import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRecoveryCode, readRecoveryCode } from '../../storage/keys/recovery-code.ts';

const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

describe('the printed recovery code', () => {
  it('is six groups of five signs that nobody mixes up', () => {
    for (let round = 0; round < 200; round += 1) {
      expect(makeRecoveryCode()).toMatch(/^([2-9A-HJKMNP-Z]{5}-){5}[2-9A-HJKMNP-Z]{5}$/);
    }
  });

  it('reads in any case, with any dashes, spaces or full-width signs', () => {
    const code = makeRecoveryCode();
    for (const typed of [
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      code.replaceAll('-', '—'),
      ` ${code}\n`,
    ]) {
      expect(readRecoveryCode(typed)).toEqual({ ok: true, code });
    }
    const wide = code.replace(/[2-9A-Z]/g, (sign) =>
      String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0),
    );
    expect(readRecoveryCode(wide)).toEqual({ ok: true, code });
  });

  it('finds every single wrong sign and names its group', () => {
    fc.assert(
      fc.property(fc.nat(29), fc.constantFrom(...SIGNS), (at, sign) => {
        const code = makeRecoveryCode().replaceAll('-', '');
        fc.pre(code[at] !== sign);
        const wrong = code.slice(0, at) + sign + code.slice(at + 1);
        expect(readRecoveryCode(wrong)).toEqual({
          ok: false,
          reason: 'mistyped-group',
          group: Math.floor(at / 5) + 1,
        });
      }),
    );
  });

  it('finds two signs or two groups swapped', () => {
    const groups = makeRecoveryCode().split('-');
    const [a = '', b = '', ...rest] = groups;
    const swapped = readRecoveryCode([b, a, ...rest].join('-'));
    expect(swapped).toMatchObject({ ok: false, reason: 'mistyped-group' });
    const letters = Array.from(a);
    if (letters[0] === letters[1]) return;
    [letters[0], letters[1]] = [letters[1] ?? '', letters[0] ?? ''];
    expect(readRecoveryCode([letters.join(''), b, ...rest].join('-'))).toMatchObject({ group: 1 });
  });

  it('takes a passphrase for no code', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(readRecoveryCode(typed)).toEqual({ ok: false, reason: 'not-a-recovery-code' });
      }),
    );
  });
});
