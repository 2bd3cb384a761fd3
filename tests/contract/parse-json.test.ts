import { describe, expect, test } from 'vitest';
import { FrameReader } from '../../contract/api/events/event-frames.ts';
import { parseJson } from '../../contract/api/parse-json.ts';

const arrays = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const objects = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('JSON of somebody else', () => {
  test.each([10_000, 1_000_000, 101])('with %d levels is refused, arrays and objects', (levels) => {
    for (const text of [arrays(levels), objects(levels), `[${objects(levels)}]`, '['.repeat(levels)])
      expect(() => parseJson(text)).toThrow(SyntaxError);
  });

  test('is read as before up to a hundred levels, however wide', () => {
    expect(parseJson(objects(100))).toEqual(JSON.parse(objects(100)));
    const wide = `[${Array.from({ length: 10_000 }, () => arrays(3)).join()}]`;
    expect(parseJson(wide)).toHaveLength(10_000);
  });

  test('may have brackets, quotation marks and backslashes in its texts', () => {
    const texts = ['['.repeat(500), '{"'.repeat(500), '\\', '\\"[', '"', '\\\\"{'];
    for (const text of texts) {
      const json = JSON.stringify({ [text]: [text, text] });
      expect(parseJson(json)).toEqual(JSON.parse(json));
    }
  });

  test('that is no JSON throws as JSON.parse does', () => {
    for (const text of ['', '"', '{', ']]]', 'x', '"\\']) expect(() => parseJson(text)).toThrow(SyntaxError);
  });

  test('in an event of a stream is left out', () => {
    const frames = new FrameReader();
    const deep = `{"type":"hello","x":${arrays(10_000)}}`;
    expect(frames.receive(`data: ${deep}\n\ndata: {"type":"hello"}\n\n`)).toMatchObject([
      { event: { type: 'hello' } },
    ]);
  });
});
