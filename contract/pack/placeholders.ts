import type { LocalizedText } from './localized-text.ts';

/** What a value is, which decides how it is written out (a number is read digit by digit, a duration with its unit). */
export type PlaceholderKind =
  | 'text'
  | 'name'
  | 'digits'
  | 'phone-number'
  | 'title'
  | 'duration'
  | 'hours'
  | 'moment';

interface Placeholder {
  readonly kind: PlaceholderKind;
  /** Stands in for a missing value, so that the sentence still reads; null: only allowed inside an `[optional part]`. */
  readonly fallback: LocalizedText | null;
}

const text = (cn: string, tw: string, en: string): LocalizedText => ({ 'zh-CN': cn, 'zh-TW': tw, en });

/**
 * The closed list of what a pack's text may ask for. How text is filled in (rules/spoken/fill-placeholders.ts):
 *
 * 1. `{name}` is replaced by its value; names are those of this list, checked by check-pack.
 * 2. `[…]` is an optional part: it is kept, without its brackets, when every placeholder inside has a value, and
 *    dropped whole, punctuation and all, when one is missing. Parts do not nest; each holds at least one placeholder.
 *    Inside a part a fallback does not count as a value.
 * 3. Outside a part a missing value is replaced by its `fallback`; a placeholder without one may not stand there.
 * 4. An empty or blank value is a missing value. Values are hostile text: braces and brackets in them mean nothing.
 * 5. After filling, outer blanks are trimmed and an English sentence begins with a capital letter.
 *
 * `[{surname}{title}，]您好` reads 王女士，您好 or 您好.
 */
export const PLACEHOLDERS = {
  hotline: { kind: 'text', fallback: text('客服热线', '客服專線', 'the service hotline') },
  agentNumber: { kind: 'digits', fallback: null },
  agentName: { kind: 'name', fallback: null },
  surname: { kind: 'name', fallback: null },
  /** TITLE_WORDS in the text's language. */
  title: { kind: 'title', fallback: null },
  callerNumber: { kind: 'phone-number', fallback: null },
  /** Opening hours of the hotline or of the directory entry spoken of. */
  hours: { kind: 'hours', fallback: text('上班时间', '上班時間', 'office hours') },
  /** Somebody the caller asks for. */
  colleague: { kind: 'name', fallback: text('您要找的同事', '您要找的同仁', 'the colleague you ask for') },
  department: { kind: 'text', fallback: text('相关部门', '相關單位', 'the department in charge') },
  departmentNumber: { kind: 'phone-number', fallback: null },
  store: { kind: 'text', fallback: text('门店', '門市', 'the store') },
  /** What the contact is about, in a few words, from the note or the work order. */
  matter: { kind: 'text', fallback: text('您反映的情况', '您反應的狀況', 'what you told us') },
  /** The result to be told in a promised call. */
  answer: { kind: 'text', fallback: null },
  /** Time within which this contact's work order is to be answered, with its unit: 2小时. */
  answerWithin: { kind: 'duration', fallback: null },
  /** The pack's answer promises, with their units. */
  supervisorPromise: { kind: 'duration', fallback: text('10分钟', '10分鐘', '10 minutes') },
  simplePromise: { kind: 'duration', fallback: text('2小时', '2小時', '2 hours') },
  complexPromise: { kind: 'duration', fallback: text('24小时', '24小時', '24 hours') },
  /** The moment newly promised, in words: 明天上午十点. */
  newTime: { kind: 'moment', fallback: null },
  /** The greeting of today's festival (contract/pack/festival.ts). */
  festivalGreeting: { kind: 'text', fallback: null },
} as const satisfies Record<string, Placeholder>;

export type PlaceholderName = keyof typeof PLACEHOLDERS;

/** Of the call's CallerTitle. Taiwan's floors say 小姐 where the mainland's say 女士. */
export const TITLE_WORDS = {
  mr: text('先生', '先生', 'Mr'),
  ms: text('女士', '小姐', 'Ms'),
} as const;

export function isPlaceholderName(name: string): name is PlaceholderName {
  return Object.hasOwn(PLACEHOLDERS, name);
}
