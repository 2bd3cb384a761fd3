import * as v from 'valibot';
import { wholeNumber } from '../../calls/vocabulary/whole-number.ts';
import { WRITTEN_DIGITS } from '../numbers/written-digits.ts';

/** None is mistaken for another on the phone, and none for a digit. */
const LETTERS = 'AFHKLMQRUWXYZ';

/** With the counter of a day: more than anybody opens. */
export const MOST_ORDERS_A_DAY = 999_999;

/**
 * `TEAM-YYMMDD-LETTERS-COUNT`: the team's number in the organisation, the day, the letters that the
 * server gave the device, and how many orders the device opened that day. A device without letters
 * writes `0-YYMMDD-` and twelve random digits, which belong to no team's device.
 */
const ORDER_NUMBER =
  /^(?<team>[1-9]\d{0,5})-(?<day>\d{6})-(?<letters>[AFHKLMQRUWXYZ]{1,6})-(?<count>[1-9]\d{0,5})$/;
const WITHOUT_LETTERS = /^0-(?<day>\d{6})-(?<random>\d{4}-\d{4}-\d{4})$/;

export const orderNumberSchema = v.pipe(
  v.string(),
  v.maxLength(30),
  v.check((text) => ORDER_NUMBER.test(text) || WITHOUT_LETTERS.test(text)),
);

/** What the order numbers of one device begin with. */
export const orderSourceSchema = v.strictObject({
  team: wholeNumber(1, 999_999),
  letters: v.pipe(v.string(), v.regex(/^[AFHKLMQRUWXYZ]{1,6}$/)),
});

export type OrderSource = Readonly<v.InferOutput<typeof orderSourceSchema>>;

/** One letter, then two, and so on: no two places have the same letters. `place` is from 1. */
export function lettersOf(place: number): string {
  let letters = '';
  for (let rest = place; rest > 0; rest = Math.floor((rest - 1) / LETTERS.length)) {
    letters = LETTERS.charAt((rest - 1) % LETTERS.length) + letters;
  }
  return letters;
}

/** `day`: `YYYY-MM-DD` of the team. */
export function writeOrderNumber({ team, letters }: OrderSource, day: string, count: number): string {
  return `${team}-${shortDay(day)}-${letters}-${count}`;
}

/** For a device without letters: forty random bits, so that it meets no other of its kind. */
export function randomOrderNumber(day: string): string {
  const digits = [...crypto.getRandomValues(new Uint32Array(3))].map((one) => one % 10_000);
  return `0-${shortDay(day)}-${digits.map((one) => String(one).padStart(4, '0')).join('-')}`;
}

export type OrderNumberParts =
  | {
      readonly is: 'counted';
      readonly day: string;
      readonly team: number;
      readonly letters: string;
      readonly count: number;
    }
  | { readonly is: 'random'; readonly day: string; readonly random: string };

/** Null for a text that is no order number. */
export function readOrderNumber(text: string): OrderNumberParts | null {
  const counted = ORDER_NUMBER.exec(text)?.groups;
  if (counted !== undefined) {
    const { team = '', day = '', letters = '', count = '' } = counted;
    return { is: 'counted', day: longDay(day), team: Number(team), letters, count: Number(count) };
  }
  const { day = '', random = '' } = WITHOUT_LETTERS.exec(text)?.groups ?? {};
  return day === '' ? null : { is: 'random', day: longDay(day), random };
}

/** Shorter is in every number. */
const FEWEST_SIGNS = 3;

/**
 * Whether what was typed is a part of the number, or the whole: in any width and case, with any
 * signs between, and as it is said (`3组26年11月30日 AF 第7号`).
 */
export function matchOrderNumber(number: string, typed: string): 'whole' | 'part' | null {
  const [signs, wanted] = [signsOf(number), signsOf(typed)];
  if (wanted.length < FEWEST_SIGNS) return null;
  if (signs === wanted) return 'whole';
  return signs.includes(wanted) ? 'part' : null;
}

function signsOf(text: string): string {
  const plain = Array.from(text.normalize('NFKC').toUpperCase(), (sign) => WRITTEN_DIGITS.get(sign) ?? sign);
  const dated = plain
    .join('')
    .replace(
      /(\d{1,2})\s*月\s*(\d{1,2})/g,
      (_, month: string, day: string) => month.padStart(2, '0') + day.padStart(2, '0'),
    );
  return dated.replace(/[^0-9A-Z]/g, '');
}

function shortDay(day: string): string {
  return day.slice(2).replaceAll('-', '');
}

function longDay(day: string): string {
  return `20${day.slice(0, 2)}-${day.slice(2, 4)}-${day.slice(4)}`;
}
