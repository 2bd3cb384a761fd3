import { expect, it } from 'vitest';
import type { DirectoryEntry } from '../../../contract/pack/directory.ts';
import { placeValues } from '../../../rules/spoken/place-values.ts';
import { wordsIn } from '../../../tools/words-in.ts';

const entry = (number: string): DirectoryEntry => ({
  ...{ kind: 'department', id: 'repair', name: { 'zh-CN': '维修部' }, hours: [], tags: [] },
  number,
});

it.each([
  ['8200', '8200'],
  ['4001003000', '400 100 3000'],
  ['400 100 3000', '400 100 3000'],
  ['02100001234', '021 0000 1234'],
  ['021-00001234', '021 0000 1234'],
  ['+862100001234', '021 0000 1234'],
])('the number %s of a place is read out as “%s”', (number, said) => {
  expect(placeValues(entry(number), wordsIn('zh-CN'), 'CN')).toMatchObject({ departmentNumber: said });
});
