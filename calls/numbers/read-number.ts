import { plainNumberText } from './plain-number-text.ts';
import { readNumberUri } from './read-number-uri.ts';
import type { TelephoneNumber } from './telephone-number.ts';
import { withoutTrunkZero } from './trunk-zero.ts';

/** Nobody writes one number in more characters. */
const LONGEST_TEXT = 256;
/** ITU-T E.164, after an exit code of two digits. */
const MOST_DIGITS = 17;
const MOST_GLOBAL_DIGITS = 15;

/** What people and pages put before a number. */
const LABEL =
  /^(?:☎|☏|✆|📞|📱|🕿|tel(?:ephone)?|phone|mobile|cell|fax|call|(?:联系|聯絡|客服|服务|服務)?(?:电话|電話|手机|手機|座机|座機|市话|市話|号码|號碼|热线|熱線)(?:号码|號碼|号|號)?)(?=[^a-z])[.:]?\s*/iu;
const AROUND = /^[\s:,;"'`]+|[\s:,;.!?"'`、]+$/g;

/** 转801, ext. 801, 分机 801, x801, #801, ;ext=801, and a pause: ,801. */
const WORD_OF_EXTENSION =
  /^(.*\d[\s)]*?)[\s,;.(/-]*(?:转接|轉接|转分机|轉分機|转|轉|分机号?码?|分機號?碼?|内线|內線|extension|extn|ext|x(?=[.:\s]*\d)|#)[\s.:=#(-]*(\d{1,8})[\s)]*$/iu;
const PAUSE_OF_EXTENSION = /^(.*\d[\s)]*?)\s*(?:[,;]+|[pw]+)\s*(\d{1,8})#?$/i;
/** 021-12345678-801: area code, number and extension; also after a mobile and a 400 number. */
const THIRD_GROUP =
  /^(\(?(?:\+|00)?(?:86)?\)?[\s-]*(?:\(?0?(?:10|2\d)\)?[\s-]*\d{4}[\s-]?\d{4}|\(?0?[3-9]\d\d\)?[\s-]*\d{3,4}[\s-]?\d{4}|1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|[48]00[\s-]?\d{3}[\s-]?\d{4}))\s?-\s?(\d{1,6})$/;

const SERVICE_CODE = /^(?=.*[*#])[\d*#]{1,40}$/;

/**
 * The one number that a text is, as people write, paste and link it; null for any other text. What
 * the text could be beside a number (a date, a price) is the question of other-figure.ts.
 */
export function readNumber(text: string): TelephoneNumber | null {
  if (text.length > LONGEST_TEXT) return null;
  const plain = plainNumberText(text).replace(AROUND, '');
  const link = plain.replace(/^\((.*)\)$/, '$1');
  if (/^(?:tel|callto|sips?):/i.test(link)) return readNumberUri(link);
  return readWritten(plain.replace(LABEL, '').replace(AROUND, ''));
}

function readWritten(text: string): TelephoneNumber | null {
  const compact = text.replace(/\s/g, '');
  if (/^[*#]/.test(compact) || /\d[*#]$/.test(compact)) {
    return SERVICE_CODE.test(compact) ? { number: compact, extension: null } : null;
  }
  const parameters = /^([^;]*);\s*[a-z-]+(?:=|;|$)/i.test(text) ? readNumberUri(`tel:${compact}`) : null;
  if (parameters !== null) return parameters;
  const [, main, extension] = extensionIn(text) ?? [undefined, text, undefined];
  const number = digitsOf(main ?? '');
  return number === null ? null : { number, extension: extension ?? null };
}

/** Below this a comma stands in a price or a list of short numbers. */
const SHORTEST_BEFORE_PAUSE = 7;

function extensionIn(text: string): RegExpExecArray | null {
  const named = WORD_OF_EXTENSION.exec(text) ?? THIRD_GROUP.exec(text);
  if (named !== null) return named;
  const paused = PAUSE_OF_EXTENSION.exec(text);
  const before = paused?.[1]?.replace(/\D/g, '').length ?? 0;
  return before < SHORTEST_BEFORE_PAUSE ? null : paused;
}

/** Digits with what is put between them: spaces, dots, dashes, brackets, one slash. */
function digitsOf(written: string): string | null {
  const text = withoutTrunkZero(written);
  if (!/^[\d\s().+/-]+$/.test(text) || !hasOneNumber(text)) return null;
  const joined = text.replace(/[\s().-]/g, '').replace('/', '');
  const isGlobal = joined.startsWith('+');
  const most = isGlobal ? MOST_GLOBAL_DIGITS + 1 : MOST_DIGITS;
  return /^\+?\d+$/.test(joined) && joined.length <= most ? joined : null;
}

/** A slash stands after an area code (0711/123456); elsewhere it stands between two numbers. */
function hasOneNumber(text: string): boolean {
  if (!text.includes('/')) return true;
  return /^\(?(?:0\d{1,5}|(?:\+|00)\d[\d\s()-]{1,9}?)\)?\s*\/\s*[1-9][\d\s-]{4,}$/.test(text);
}
