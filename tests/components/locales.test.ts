import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../tools/gallery/i18n.ts';

const LOCALES = ['zh_CN', 'zh_TW', 'en'] as const;
const reference = messagesOf('zh_CN');
const placeholders = (message: string) => [...message.matchAll(/\{\w+\}/g)].map(String).sort();

describe.each(LOCALES)('%s', (locale) => {
  const messages = messagesOf(locale);

  it('has the same messages as the default locale', () => {
    expect([...messages.keys()].sort()).toEqual([...reference.keys()].sort());
  });

  it('fills the same placeholders', () => {
    for (const [key, message] of messages) {
      // What is spoken chooses among the values that spoken-moment.ts offers.
      if (key.startsWith('spoken.')) continue;
      expect([key, placeholders(message)]).toEqual([key, placeholders(reference.get(key) ?? '')]);
    }
  });

  it('has only names that browsers take, and nothing that they would fill themselves', () => {
    for (const [key, message] of messages) {
      expect(key.replaceAll('.', '_')).toMatch(/^[A-Za-z0-9_]+$/);
      // A separator between the entries of a list keeps its space.
      if (!/listSeparator$/i.test(key)) expect(message.trim()).toBe(message);
      expect(message).not.toBe('');
      expect(message).not.toMatch(/\$| \| /);
    }
  });

  it('says nothing in the words of telephone engineers', () => {
    for (const [key, message] of messages) {
      expect([key, message]).not.toEqual([
        key,
        expect.stringMatching(/\bSIP\b|INVITE|486|603|REGISTER|WebSocket|ICE\b/),
      ]);
    }
  });
});

describe('Chinese typesetting', () => {
  it.each(['zh_CN', 'zh_TW'] as const)('%s uses full-width punctuation between Chinese words', (locale) => {
    for (const [key, message] of messagesOf(locale)) {
      expect([key, message]).not.toEqual([
        key,
        expect.stringMatching(/\p{Script=Han}[,?!;]|\p{Script=Han}[,:(]\p{Script=Han}/u),
      ]);
    }
  });

  it('keeps simplified letters out of the Taiwanese texts', () => {
    const simplified =
      /[话录选择关设备网络码钥让请这时间过还门户应该钟响铃听说读写开业务员问题单号联统计发现认证为无来对点击确删减从与实际处结传输]/u;
    for (const [key, message] of messagesOf('zh_TW')) {
      expect([key, simplified.exec(withoutShared(message))?.[0]]).toEqual([key, undefined]);
    }
  });
});

/** Characters of the list above that are the same in Taiwan. */
function withoutShared(message: string): string {
  return message.replace(/[定系]/gu, '');
}
