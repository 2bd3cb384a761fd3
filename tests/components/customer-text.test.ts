import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Of these, nothing that was typed freely leaves the field. */
const WITHOUT_TEXT = ['checkbox', 'radio', 'range', 'number', 'date', 'datetime-local', 'file'];

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => join(folder, file));

function typeOf(tag: string): string {
  return /\btype="([a-z-]+)"/.exec(tag)?.[1] ?? 'text';
}

describe('the text of a field never goes to a spelling service, a form store or a translator', () => {
  it('in every field of the source, also in forms that open by a press', () => {
    const found = [...filesIn('pages'), ...filesIn('components')].flatMap((file) =>
      readFileSync(file, 'utf8')
        .split(/<(?=(?:input|textarea)\b)/)
        .slice(1)
        .map((rest) => rest.slice(0, rest.indexOf('/>')))
        .filter((tag) => !WITHOUT_TEXT.includes(typeOf(tag)))
        .filter((tag) => !tag.includes('{...CUSTOMER_TEXT}') && !tag.includes('{...input}'))
        .map((tag) => `${file}: ${tag}`),
    );
    expect(found).toEqual([]);
    const editable = [...filesIn('pages'), ...filesIn('components')].filter((file) =>
      /contenteditable/i.test(readFileSync(file, 'utf8')),
    );
    expect(editable).toEqual([]);
  });
});
