import { readNumber } from '../../calls/numbers/read-number.ts';
import type { CadenceCountry } from '../../contract/pack/ring-cadence.ts';

/** Country code, and what is dialled before a national number within the country (ITU-T E.164). */
const HOME: Readonly<Record<CadenceCountry, { readonly code: string; readonly trunk: string }>> = {
  CN: { code: '86', trunk: '0' },
  TW: { code: '886', trunk: '0' },
  HK: { code: '852', trunk: '' },
  US: { code: '1', trunk: '' },
  UK: { code: '44', trunk: '0' },
  JP: { code: '81', trunk: '0' },
  FR: { code: '33', trunk: '0' },
  DE: { code: '49', trunk: '0' },
};

/** Numbers of China without an area code: mobile and 400, 800. */
const NO_TRUNK = /^(?:1\d{10}|[48]00\d{7})$/;

/** How numbers are grouped when they are said; others in fours from the end. */
const GROUPED = [
  /^(1\d{2})(\d{4})(\d{4})$/,
  /^(09\d{2})(\d{3})(\d{3})$/,
  /^([48]00)(\d{3})(\d{4})$/,
  /^(0(?:10|2\d))(\d{4})(\d{4})$/,
  /^(0[3-9]\d{2})(\d{3,4})(\d{4})$/,
];

/**
 * A telephone number as it is read aloud to its owner: in groups, and without the country code,
 * which nobody says at home. A number of another country keeps its code.
 */
export function spokenNumber(number: string, country: CadenceCountry): string {
  const { number: read, extension } = readNumber(number) ?? { number, extension: null };
  const { code, trunk } = HOME[country];
  const home = new RegExp(`^(?:\\+|00)${code}0?([1-9]\\d{5,})$`).exec(read)?.[1];
  const local = home === undefined ? read : NO_TRUNK.test(home) && country === 'CN' ? home : trunk + home;
  const [, plus = '', digits = ''] = /^(\+?)(\d{7,})$/.exec(local) ?? [];
  const spoken = digits === '' ? local : plus + grouped(digits).join(' ');
  return extension === null ? spoken : `${spoken}-${extension}`;
}

function grouped(digits: string): readonly string[] {
  for (const form of GROUPED) {
    const parts = form.exec(digits);
    if (parts !== null) return parts.slice(1);
  }
  return digits.match(/\d{1,4}(?=(?:\d{4})*$)/g) ?? [digits];
}
