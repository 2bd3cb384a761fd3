import type { PlainKey } from '../words.ts';

/** How a value is written out: a number is read digit by digit, a duration has its unit. */
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
  /** Replaces a missing value; null: the placeholder may only stand inside an `[optional part]`. */
  readonly fallback: PlainKey | null;
}

/**
 * The closed list of values that a pack's text may use, filled in by
 * rules/spoken/fill-placeholders.ts:
 *
 * 1. `{name}` is replaced by its value; check-pack accepts only the names of this list.
 * 2. `[…]` is an optional part. It is kept, without its brackets, if every placeholder in it has a
 * value, and dropped with its punctuation if one is missing. Parts do not nest, and each holds at
 *    least one placeholder. A fallback does not count as a value here.
 * 3. Outside a part a missing value is replaced by its `fallback`; without one it is not allowed
 * there.
 * 4. A blank value is a missing value. Values are hostile text: their braces and brackets mean
 * nothing.
 * 5. At the end outer blanks are trimmed, and an English sentence gets its capital letter.
 *
 * `[{surname}{title}，]您好` reads 王女士，您好 or 您好.
 */
export const PLACEHOLDERS = {
  hotline: { kind: 'text', fallback: 'placeholder.hotline' },
  agentNumber: { kind: 'digits', fallback: null },
  agentName: { kind: 'name', fallback: null },
  surname: { kind: 'name', fallback: null },
  /** Mr or Ms, 先生 or 女士 (小姐 in Taiwan). */
  title: { kind: 'title', fallback: null },
  callerNumber: { kind: 'phone-number', fallback: null },
  /** Opening hours of the hotline or of the directory entry in question. */
  hours: { kind: 'hours', fallback: 'placeholder.hours' },
  /** The person whom the caller asks for. */
  colleague: { kind: 'name', fallback: 'placeholder.colleague' },
  department: { kind: 'text', fallback: 'placeholder.department' },
  departmentNumber: { kind: 'phone-number', fallback: null },
  store: { kind: 'text', fallback: 'placeholder.store' },
  /** The subject of the contact in a few words, from the note or the work order. */
  matter: { kind: 'text', fallback: 'placeholder.matter' },
  /** The result to report in a promised call. */
  answer: { kind: 'text', fallback: null },
  /** Time within which this contact's work order gets an answer, with its unit: 2小时. */
  answerWithin: { kind: 'duration', fallback: null },
  /** The pack's answer promises, with their units. */
  supervisorPromise: { kind: 'duration', fallback: 'placeholder.supervisorPromise' },
  simplePromise: { kind: 'duration', fallback: 'placeholder.simplePromise' },
  complexPromise: { kind: 'duration', fallback: 'placeholder.complexPromise' },
  /** The newly promised moment in words: 明天上午十点. */
  newTime: { kind: 'moment', fallback: null },
  /** The caller's most urgent open case: matter, stage, owner, next deadline. */
  caseMatter: { kind: 'text', fallback: null },
  caseStage: { kind: 'text', fallback: null },
  caseOwner: { kind: 'text', fallback: null },
  caseTime: { kind: 'moment', fallback: null },
  /** Languages beside Mandarin in which this team answers: 台語或客語. */
  otherLanguages: { kind: 'text', fallback: null },
  /** The greeting of today's festival (contract/pack/festival.ts). */
  festivalGreeting: { kind: 'text', fallback: null },
} as const satisfies Record<string, Placeholder>;

export type PlaceholderName = keyof typeof PLACEHOLDERS;

export function isPlaceholderName(name: string): name is PlaceholderName {
  return Object.hasOwn(PLACEHOLDERS, name);
}
