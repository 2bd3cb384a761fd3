import type { Words } from '../words.ts';
import { explainReason } from './explain-reason.ts';
import { entryWord, fieldWord, isKnownField } from './field-words.ts';
import { isLanguageTag } from './localized-text.ts';
import type { PackProblem } from './pack-problem.ts';

/**
 * A problem as one line for a lead, place first: `silent-caller, step 3: wait must be 1–120 s, got
 * 0`;
 * `silent-caller，步骤 3：等待须为 1–120 秒，现为 0`.
 */
export function explainIssue({ path, item, reason }: PackProblem, words: Words): string {
  const places: string[] = [];
  let fields: string[] = [];
  for (const [n, key] of path.entries()) {
    if (typeof key === 'string') {
      fields.push(key);
      continue;
    }
    const list = entryWord(fields.pop() ?? '', words);
    places.push(...fields.map((field) => fieldWord(field, words)));
    places.push(n === 1 && item !== null ? item : words('packProblem.nth', { list, n: key + 1 }));
    fields = [];
  }
  const why = explainReason(reason, words);
  const subject = subjectOf(fields, words);
  const wrong = subject === '' ? why : words('packProblem.wrong', { subject, why });
  if (places.length === 0) return wrong;
  const place = places.reduce((one, other) => words('packProblem.joinPlaces', { one, other }));
  return words('packProblem.at', { place, wrong });
}

/** `wait, seconds` is the wait; `text, zh-CN` is the text in that language. */
function subjectOf(fields: readonly string[], words: Words): string {
  const named = fields.filter((field, n) => !(field === 'seconds' && n > 0));
  const last = named.at(-1) ?? '';
  const language = isLanguageTag(last) && !isKnownField(last) ? last : null;
  const [first = '', ...rest] = (language === null ? named : named.slice(0, -1)).map((field) =>
    fieldWord(field, words),
  );
  const field = rest.reduce((one, other) => words('packProblem.joinFields', { one, other }), first);
  return language === null ? field : words('packProblem.inLanguage', { field, language });
}
