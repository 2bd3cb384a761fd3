import { expect, test } from 'vitest';
import { writtenReply } from '../../../rules/work-orders/written-reply.ts';
import { pack } from '../../../scripts/pack.yaml';
import { wordsIn } from '../../../tools/words-in.ts';
import { EMPTY_RECORD, orderStory } from '../../helpers/order-story.ts';

const PLACE = { words: wordsIn('zh-CN'), utcOffsetMinutes: 480, hotline: '示例热线' } as const;
/** What must never reach a customer: everything that the record says apart from the product. */
const INTERNAL = ['难缠', '疑似安装不当', '经办', '城南店', 'SN-001', '不愿让步', '热线主管', '0283'];

test('the letter of a major case tells the day and the product, and nothing internal', () => {
  const story = orderStory().opens('quality', {
    matter: '顾客难缠，疑似安装不当',
    record: {
      ...EMPTY_RECORD,
      product: '冰箱',
      model: 'BX-210',
      region: '城南店',
      serialNumber: 'SN-001',
      checkedSoFar: '疑似安装不当',
      mood: '难缠',
      whyNotSatisfied: '不愿让步',
      signs: ['claim'],
    },
  });
  const letter = writtenReply(story.moves('judge').order, pack, PLACE);
  const text = `${letter?.before}\n${letter?.after}`;
  expect(text).toContain('尊敬的王女士');
  expect(text).toContain('2026-11-23');
  expect(text).toContain('“冰箱 BX-210”');
  expect(text).toContain('示例热线');
  for (const word of INTERNAL) expect(text).not.toContain(word);
});

test('an ordinary complaint has none', () => {
  expect(writtenReply(orderStory().opens('quality').order, pack, PLACE)).toBeNull();
});
