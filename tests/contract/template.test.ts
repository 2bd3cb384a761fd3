import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTemplate } from '../../contract/pack/template.ts';

test('a sentence comes apart into text, placeholders and optional parts', () => {
  expect(parseTemplate('[{surname}{title},]您好,{hotline}')).toEqual({
    ok: true,
    parts: [
      {
        kind: 'optional',
        pieces: [
          { kind: 'placeholder', name: 'surname' },
          { kind: 'placeholder', name: 'title' },
          { kind: 'text', text: ',' },
        ],
      },
      { kind: 'text', text: '您好,' },
      { kind: 'placeholder', name: 'hotline' },
    ],
  });
});

test('names of objects are no placeholders', () => {
  for (const name of ['constructor', 'toString', '__proto__', '', ' surname']) {
    expect(parseTemplate(`{${name}}`)).toEqual({ ok: false, reason: 'unknown-placeholder', name });
  }
});

test('any text comes apart or is refused, and what comes apart is whole', () => {
  const piece = fc.constantFrom('[', ']', '{', '}', '{surname}', '{hotline}', '您好', ',', 'a b', '\n', '😀');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join('')),
      ),
      (text) => {
        const template = parseTemplate(text);
        if (!template.ok) return;
        const write = (part: (typeof template.parts)[number]): string => {
          if (part.kind === 'text') return part.text;
          return part.kind === 'placeholder' ? `{${part.name}}` : `[${part.pieces.map(write).join('')}]`;
        };
        expect(template.parts.map(write).join('')).toBe(text);
      },
    ),
  );
});
