import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskNumber, maskText } from '../../contract/numbers/mask.ts';

describe('a number field', () => {
  it.each([
    ['13900001234', '139••••1234'],
    ['+8613900001234', '•••••••••1234'],
    ['01088880000', '010••••0000'],
    ['88880000', '••••••00'],
    ['10086', '10086'],
    ['110', '110'],
    ['anonymous', 'anonymous'],
    ['', ''],
    ['1３900001234', '139••••1234'],
  ])('%s → %s', (number, masked) => {
    expect(maskNumber(number)).toBe(masked);
  });
});

/**
 * Each holds the mobile number 139 0000 1234, the resident number 110105 19491231 002X or the card
 * 6222 0200 0000 0001 234.
 */
const HOSTILE = [
  '13900001234',
  '电话13900001234转告',
  '139 0000 1234',
  '139-0000-1234',
  '139.0000.1234',
  '139 - 0000 - 1234',
  '1 3 9 0 0 0 0 1 2 3 4',
  '(139)0000 1234',
  '139_0000_1234',
  '139/0000/1234',
  '139·0000·1234',
  '+86 139 0000 1234',
  '0086-139-0000-1234',
  '１３９００００１２３４',
  '139\u200b0000\u200b1234',
  '139\u00a00000\u30001234',
  '①③⑨⓪⓪⓪⓪①②③④',
  '𝟭𝟯𝟵𝟬𝟬𝟬𝟬𝟭𝟮𝟯𝟰',
  '١٣٩٠٠٠٠١٢٣٤',
  '一三九零零零零一二三四',
  '幺三九,零零零零,幺二三四',
  '11010519491231002X',
  '110105 19491231 002x',
  '110105-19491231-002X',
  '110105491231002',
  '6222 0200 0000 0001 234',
  '6222-0200-0000-0001-234',
  '2026-11-22 13900001234',
  '139，0000，1234',
  '139、0000、1234',
  '139／0000／1234',
  '139．0000．1234',
  '139。0000。1234',
  '139（0000）1234',
  '139,0000,1234',
  '13,900,001,234',
  '139*0000*1234',
  '1*3*9*0*0*0*0*1*2*3*4',
  '139＊0000＊1234',
  '139\n0000\n1234',
  '139\r\n0000\r\n1234',
  '壹叁玖零零零零壹贰叁肆',
  '一三九〇〇〇〇一二三四',
  '幺叁九零零零零幺貳參肆',
  '139零零零零1234',
  '一3九0零0零一2三4',
  '壹叁玖，零零零零，壹贰叁肆',
  '一三九\n零零零零\n一二三四',
  '139…0000…1234',
  '139~0000~1234',
  '139～0000～1234',
  '139|0000|1234',
  '139;0000；1234',
  '139+0000+1234',
  "139'0000’1234",
  '[139][0000][1234]',
  '139\v0000\f1234',
  '139\u20280000\u20291234',
  '139\u00850000\u00851234',
  '1\ufe0f\u20e33\ufe0f\u20e39\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e30\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e34\ufe0f\u20e3',
  '壱参玖零零零零壱弐参肆',
  '2026-11-22\n13900001234',
  '13900001234/13900001234',
  '她的手机13900001234,身份证11010519491231002X。',
];

describe('a text', () => {
  it.each(HOSTILE)('shows at most seven digits of any number in %j', (text) => {
    const masked = maskText(text);
    expect(masked).not.toBe(text);
    const withoutDates = masked.replace('2026-11-22', '');
    for (const run of withoutDates.split(/[^\p{Nd}X•]+/u)) {
      expect(run.replaceAll('•', '').length).toBeLessThanOrEqual(7);
    }
    for (const secret of ['0000', '19491231', '491231', '零零零', '62220']) {
      expect(withoutDates.normalize('NFKC').replace(/[^\p{Nd}零X•]/gu, '')).not.toContain(secret);
    }
  });

  it.each([
    '1,234,567.50 元，共 12 台',
    '2026-11-22，10:00\n2026-11-23',
    '客户要求 24 小时内答复,金额 1299.50 元',
    '2026-11-22 10:00 来电,2026/11/23 到货',
    '请拨 10086 或 110',
    '型号 KFR-35GW/26,数量 3',
    '1,234,567 元',
    '10:30～11:45；12:15 再打',
    '1+2；3|4',
    '一二三楼,九十九号',
    '',
  ])('keeps what is no number of a person: %j', (text) => {
    expect(maskText(text)).toBe(text);
  });

  it('keeps the words around it, line by line', () => {
    expect(maskText('王女士\n13900001234\n2026-11-22\n要退款')).toBe(
      '王女士\n139••••1234\n2026-11-22\n要退款',
    );
  });

  it('is a number beside words, where whole numbers and words of figures meet', () => {
    expect(maskText('13900001234。一会儿再打')).toBe('139••••1234。一会儿再打');
    expect(maskText('二号线13900001234')).toBe('二号线139••••1234');
    expect(maskText('139零零零零1234')).not.toMatch(/\d/);
    expect(maskText('13900001234一三九零零零零一二三四')).not.toMatch(/[一三九零二四]/);
  });

  it('hides the middle of any mobile number in any surroundings, and masking twice changes nothing', () => {
    const mobile = fc.stringMatching(/^1[3-9][0-9]{9}$/);
    const words = fc.stringMatching(/^[一-鿿 ,。!?a-z]{0,20}$/);
    fc.assert(
      fc.property(words, mobile, words, (before, number, after) => {
        const masked = maskText(`${before}:${number}。${after}`);
        expect(masked).not.toContain(number.slice(2, 9));
        expect(masked).toContain(number.slice(-4));
        expect(maskText(masked)).toBe(masked);
      }),
    );
  });

  it('hides figures that stand for no decimal digit, alone and beside others', () => {
    expect(maskText('回❶❸❾❺❻❼❽❾')).toBe('回••••••••');
    expect(maskText('❶❸❾❺❻❼❽❾❶❷❸一')).not.toMatch(/[❶❷❸❺-❾]/u);
    const figures = fc.string({ unit: fc.constantFrom(...'❶⓫㉈½¼𐄇১8①'), minLength: 7, maxLength: 20 });
    fc.assert(fc.property(figures, (text) => void expect(maskText(text)).toContain('•')));
  });

  it('takes no time to speak of over a text made to be slow (else this test runs out of time)', () => {
    const slow = '1-'.repeat(50_000) + 'a'.repeat(50_000) + '一'.repeat(50_000);
    expect(maskText(slow)).toContain('a'.repeat(50_000));
  });
});
