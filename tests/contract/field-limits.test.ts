import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { boundedText, clippedText } from '../../calls/vocabulary/bounded-text.ts';
import { newHelpRequestSchema } from '../../contract/api/presence/help-request.ts';
import { longestText } from '../../contract/longest-text.ts';
import { noteFieldsSchema } from '../../contract/note/note.ts';
import { settingsSchema } from '../../contract/settings/settings.ts';
import { complaintRecordSchema } from '../../contract/team/work-order-parts.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const sources = ['components', 'pages'].flatMap((folder) =>
  readdirSync(resolve(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => `${folder}/${file}`),
);

/** Their values have a form of their own. */
const WITHOUT_TEXT = /type="(?:checkbox|radio|range|number|date|datetime-local|file)"/;

test.each(sources)('%s: every field for text says how much it takes', (file) => {
  const source = readFileSync(resolve(ROOT, file), 'utf8');
  const fields = Array.from(source.matchAll(/<(?:input|textarea)\b[\s\S]*?\/>/g), ([field]) => field);
  // A field made of shared properties has its limit among them.
  const open = fields.filter(
    (field) =>
      !WITHOUT_TEXT.test(field) && !/maxLength/.test(field) && !/\{\.\.\.(?:common|input)\}/.test(field),
  );
  expect(open).toEqual([]);
});

test('the limit of a field is that of its schema, however it is wrapped', () => {
  expect(longestText(newHelpRequestSchema.entries.summary)).toBe(300);
  expect(longestText(noteFieldsSchema.entries.text)).toBe(20_000);
  expect(longestText(complaintRecordSchema.entries.product)).toBe(500);
  expect(longestText(settingsSchema.entries.sipDomain)).toBe(200);
  expect(() => longestText(v.string())).toThrow();
});

describe('pasted text', () => {
  test('is taken as it is', () => {
    for (const pasted of ['a\u0000b', '说\ud83d', '\ude00说', '第一行\n第二行\t'])
      expect(v.parse(boundedText(20), pasted)).toBe(pasted);
  });

  test('is not cut through the middle of a character', () => {
    expect(clippedText('一😀', 2)).toBe('一');
    expect(clippedText('一😀', 3)).toBe('一😀');
  });
});
