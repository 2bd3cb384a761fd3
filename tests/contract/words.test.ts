import { expect, test } from 'vitest';
import { wordsOf } from '../../contract/words.ts';
import { wordsIn } from '../../tools/words-in.ts';

test('words fill their placeholders, and leave braces in values alone', () => {
  const words = wordsOf((key) => (key === 'status.agent' ? 'Agent {number}' : undefined));
  expect(words('status.agent', { number: '{x}' })).toBe('Agent {x}');
  expect(() => words('common.close')).toThrow('common.close');
});

test('each locale file gives the words of its language', () => {
  expect(['zh-CN', 'zh-TW', 'en'].map((language) => wordsIn(language)('common.close'))).toEqual([
    '关闭',
    '關閉',
    'Close',
  ]);
});
