import { expect, test } from 'vitest';
import { hasWords } from '../../../pages/options/frame/search-parts.ts';

const PHONE = '电话系统 服务器地址 以 wss:// 开头 STUN 服务器';

test.each(['', '  ', '服务器', 'stun', 'ＳＴＵＮ', '服务器 STUN', ' wss:// '])(
  '“%s” finds the part',
  (typed) => {
    expect(hasWords(typed, PHONE)).toBe(true);
  },
);

test.each(['铃声', 'stun 铃声', 'stunserver'])('“%s” does not', (typed) => {
  expect(hasWords(typed, PHONE)).toBe(false);
});
