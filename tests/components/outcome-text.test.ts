import { describe, expect, test } from 'vitest';
import { type CallEnd, FAILURE_CAUSES, REFUSAL_CAUSES } from '../../calls/call-end.ts';
import { outcomeText, transferFailureText } from '../../components/records/outcome-text.ts';

const refused = (cause: (typeof REFUSAL_CAUSES)[number]): CallEnd => ({
  ...{ how: 'refused', sipStatus: 480, cause, phrase: 'whatever' },
});

describe('how an own call ended, in the agent’s words', () => {
  test('busy, unknown, refused, not reachable, own system, password and no answer differ', () => {
    expect(REFUSAL_CAUSES.map((cause) => outcomeText(refused(cause)))).toEqual([
      '对方忙线',
      '空号或号码有误',
      '对方拒接',
      '对方无法接通',
      '对方号码已变更',
      '双方语音格式不合',
      '账号或密码被拒',
      '电话系统出错',
      '电话系统已取消',
    ]);
    expect(outcomeText({ how: 'no-answer' })).toBe('无人接听');
    expect(outcomeText({ how: 'cancelled' })).toBe('已取消');
  });

  test('what the other side wrote is never shown', () => {
    expect(outcomeText(refused('busy'))).not.toContain('whatever');
  });

  test('a call that broke after the answer never reads as not put through', () => {
    for (const cause of FAILURE_CAUSES) {
      const broken = outcomeText({ how: 'broken', cause, sipStatus: null });
      expect(broken).toMatch(/^通话断了：./);
      expect(broken).not.toContain('没接通');
      expect(outcomeText({ how: 'failed', cause, sipStatus: null })).toMatch(/^没接通：./);
    }
  });
});

test.each([
  [486, '对方忙线'],
  [404, '空号或号码有误'],
  [408, '无人接听'],
  [603, '对方拒接'],
  [481, '电话系统出错'],
  [null, null],
])('a transfer that failed with %s says why', (sipStatus, text) => {
  expect(transferFailureText(sipStatus)).toBe(text);
});
