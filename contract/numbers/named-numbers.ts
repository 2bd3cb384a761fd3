import { BETWEEN_DIGITS, MOST_BETWEEN, WRITTEN_DIGITS } from './written-digits.ts';

/** A number that a text may name, in the form of number-form.ts, and where it stands. */
export interface NamedNumber {
  readonly form: string;
  /** From here, with the signs of its country and its trunk zero, up to before `to`. */
  readonly from: number;
  readonly to: number;
}

/** Below this, digits are amounts, short codes and times. */
const SHORTEST = 7;
/** Shorter numbers only count where they stand alone: they would be found in every long figure. */
const SHORTEST_WITHIN = 10;
/** ITU-T E.164 */
const LONGEST = 15;

const BETWEEN = new RegExp(`[${BETWEEN_DIGITS}]`, 'u');
/** 0086, +86 and a trunk zero before the digits of the form. */
const BEFORE = /(?:0{0,2}86)?0?$/;
/** With its country the form would have another beginning. */
const WITH_COUNTRY = /^86\d{10,12}$/;

interface Digit {
  readonly value: string;
  readonly at: number;
  readonly end: number;
  /** Nothing but separators, or the end of the digits, is next to it. */
  readonly startsGroup: boolean;
}

/**
 * Every number that a text may name, however it is spaced or written: a long row of digits may be
 * several numbers, so each part of it that could be one is given.
 */
export function namedNumbers(text: string): readonly NamedNumber[] {
  return rowsOfDigits(text).flatMap((row) => numbersOfRow(text, row));
}

function rowsOfDigits(text: string): readonly (readonly Digit[])[] {
  const rows: Digit[][] = [];
  let row: Digit[] = [];
  let between = 0;
  let at = 0;
  for (const sign of text) {
    const value = WRITTEN_DIGITS.get(sign);
    if (value !== undefined) {
      row.push({ value, at, end: at + sign.length, startsGroup: row.length === 0 || between > 0 });
      between = 0;
    } else if (row.length > 0 && between < MOST_BETWEEN && BETWEEN.test(sign)) between += 1;
    else {
      if (row.length >= SHORTEST) rows.push(row);
      row = [];
      between = 0;
    }
    at += sign.length;
  }
  if (row.length >= SHORTEST) rows.push(row);
  return rows;
}

function numbersOfRow(text: string, row: readonly Digit[]): readonly NamedNumber[] {
  const digits = row.map(({ value }) => value).join('');
  const found: NamedNumber[] = [];
  for (let first = 0; first + SHORTEST <= row.length; first += 1) {
    if (digits[first] === '0') continue;
    const before = BEFORE.exec(digits.slice(Math.max(0, first - 5), first))?.[0].length ?? 0;
    const start = row[first - before]?.startsGroup === true ? first - before : first;
    const standsAlone = row[start]?.startsGroup === true;
    for (let length = SHORTEST; length <= LONGEST && first + length <= row.length; length += 1) {
      const next = row[first + length];
      const isAlone = standsAlone && (next === undefined || next.startsGroup);
      const form = digits.slice(first, first + length);
      if ((length < SHORTEST_WITHIN && !isAlone) || WITH_COUNTRY.test(form)) continue;
      const [begin, end] = [row[start]?.at ?? 0, row[first + length - 1]?.end ?? 0];
      const hasPlus = /[+＋]$/.test(text.slice(0, begin));
      found.push({ form, from: hasPlus ? begin - 1 : begin, to: end });
    }
  }
  return found;
}
