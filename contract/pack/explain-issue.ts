import { explainReason } from './explain-reason.ts';
import { ENTRY_WORDS, FIELD_WORDS } from './field-words.ts';
import type { PackLanguage } from './localized-text.ts';
import type { PackProblem } from './pack-problem.ts';

/**
 * A problem as one line for a lead, place first: `silent-caller, step 3: wait must be 1–120 s, got 0`;
 * `silent-caller，步骤 3：等待须为 1–120 秒，现为 0`.
 */
export function explainIssue({ path, item, reason }: PackProblem, language: PackLanguage): string {
  const places: string[] = [];
  let fields: string[] = [];
  for (const [n, key] of path.entries()) {
    if (typeof key === 'string') {
      fields.push(key);
      continue;
    }
    const list = fields.pop() ?? '';
    places.push(...fields.map((field) => fieldWord(field, language)));
    places.push(n === 1 && item !== null ? item : `${entryWord(list, language)} ${key + 1}`);
    fields = [];
  }
  const why = explainReason(reason)[language];
  const subject = subjectOf(fields, language);
  const chinese = language !== 'en';
  const sentence = subject === '' ? why : chinese ? `${subject}${why}` : `${subject} ${why}`;
  if (places.length === 0) return sentence;
  return chinese ? `${places.join('，')}：${sentence}` : `${places.join(', ')}: ${sentence}`;
}

/** `wait, seconds` is the wait; `text, zh-CN` is the text in that language. */
function subjectOf(fields: readonly string[], language: PackLanguage): string {
  const words = fields.filter((field, n) => !(field === 'seconds' && n > 0));
  const last = words.at(-1);
  const isLanguage = last === 'zh-CN' || last === 'zh-TW' || last === 'en';
  const named = (isLanguage ? words.slice(0, -1) : words).map((field) => fieldWord(field, language));
  return named.join(language === 'en' ? ' ' : '的') + (isLanguage ? ` (${last})` : '');
}

function fieldWord(field: string, language: PackLanguage): string {
  return FIELD_WORDS.get(field)?.[language] ?? field;
}

function entryWord(list: string, language: PackLanguage): string {
  return ENTRY_WORDS.get(list)?.[language] ?? fieldWord(list, language);
}
