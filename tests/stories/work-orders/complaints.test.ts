import { describe, expect, test } from 'vitest';
import { EMPTY_RECORD, orderStory } from '../../helpers/order-story.ts';

/** Handbook §4.2 and §4.3. */
describe('an ordinary complaint', () => {
  test('runs through its stages and is closed within 24 hours', () => {
    const story = orderStory()
      .opens('quality')
      .stands('accept', { close: 24 * 60 });
    story
      .moves('judge')
      .moves('cause')
      .stands('cause', { cause: 240, close: 24 * 60 });
    story
      .passes(3, 'h')
      .moves('solutions', 'department')
      .stands('solutions', { close: 21 * 60 });
    story.moves('carry-out').passes(10, 'h').moves('satisfaction').moves('sum-up').closes('settled');
    expect(story.order.status.state).toBe('closed');
    story.clockReads('close', 'kept').clockReads('cause', 'kept');
  });

  test('is warned of two hours before, and goes red', () => {
    orderStory()
      .opens('quality')
      .passes(21, 'h')
      .clockReads('close', 'running')
      .passes(1, 'h')
      .clockReads('close', 'warned')
      .passes(2, 'h')
      .clockReads('close', 'over');
  });

  test('may be unfounded: explained, and closed with that reason', () => {
    const story = orderStory().opens('unfounded').moves('judge').moves('satisfaction').closes('unfounded');
    expect(story.book.refused).toMatchObject([{ why: 'reason-missing' }]);
    story.closes('unfounded', '安装位置不在保修范围，已解释');
    expect(story.order.status).toMatchObject({ outcome: 'unfounded' });
  });
});

describe('a major complaint', () => {
  test.each(['no-power', 'again-after-repair', 'claim'] as const)('%s is major from the first', (sign) => {
    const story = orderStory().opens('quality', { record: { ...EMPTY_RECORD, signs: [sign] } });
    story.stands('accept', { 'call-back': 24 * 60, 'close-major': 48 * 60 });
    expect(story.order.major).toMatchObject({ why: 'sign' });
  });

  test('found out later: the ordinary clock gives way to a call-back in 24 and the close in 48 hours', () => {
    const story = orderStory()
      .opens('logistics')
      .passes(5, 'h')
      .records({ signs: ['claim'] });
    story.stands('accept', { 'call-back': 24 * 60, 'close-major': 48 * 60 }).clockReads('close', 'gone');
    story
      .passes(20, 'h')
      .answers(true)
      .clockReads('call-back', 'kept')
      .stands('accept', { 'close-major': 28 * 60 });
  });

  test('a department that is late makes it major by itself', () => {
    const story = orderStory().opens('service').moves('judge').moves('cause').passes(239);
    expect(story.order.major).toBeNull();
    story.passes(1);
    expect(story.order.major).toMatchObject({ why: 'late-answer', since: story.now });
    story.stands('cause', { cause: 0, 'call-back': 24 * 60, 'close-major': 48 * 60 });
    story.passes(1, 'h').moves('solutions').clockReads('cause', 'missed');
    expect(story.order.major).not.toBeNull();
  });

  test('a wrong answer goes back to the department and makes it major', () => {
    const story = orderStory()
      .opens('quality')
      .moves('judge')
      .moves('cause')
      .passes(1, 'h')
      .moves('solutions');
    story.isMadeMajor('wrong-answer').returnsWith('型号不对，请重查');
    story.stands('cause', { cause: 240, 'call-back': 24 * 60, 'close-major': 48 * 60 });
    expect(story.order.major).toMatchObject({ why: 'wrong-answer' });
  });

  test('closed without the call-back: the clock says so', () => {
    const story = orderStory().opens('quality', { record: { ...EMPTY_RECORD, signs: ['claim'] } });
    story
      .passes(25, 'h')
      .closes('settled')
      .clockReads('call-back', 'missed')
      .clockReads('close-major', 'kept');
  });
});

describe('a batch', () => {
  test('the same fault from three different customers makes all of them major, from the third on', () => {
    const story = orderStory();
    story.complaint('a', '+8613900000001', '不制冷').passes(1, 'd').complaint('b', '13900000002', '不 制冷');
    expect(story.book.batches).toEqual([]);
    story.passes(1, 'd').complaint('c', '13900000003', '不制冷').passes(1);
    expect(story.book.batches).toMatchObject([{ customers: 3, orders: ['a', 'b', 'c'] }]);
    for (const id of ['a', 'b', 'c']) {
      expect(story.onOrder(id).order.major).toEqual({ since: story.now - 60_000, why: 'batch' });
    }
    story.complaint('d', '13900000004', '不制冷');
    expect(story.order.major).toMatchObject({ why: 'batch' });
  });

  test('not three calls of one customer, not another product, not beyond thirty days', () => {
    const story = orderStory();
    story.complaint('a', '+86 139 0000 0001', '不制冷').complaint('b', '013900000001', '不制冷');
    story.complaint('c', '13900000002', '不制冷').complaint('d', '13900000003', '不制冷', '空调');
    story.passes(31, 'd').complaint('e', '13900000003', '不制冷');
    expect(story.book.batches).toEqual([]);
  });

  test('a fault that was mended in the record no longer counts', () => {
    const story = orderStory()
      .complaint('a', '13900000001', '不制冷')
      .complaint('b', '13900000002', '不制冷');
    story.records({ fault: '门关不严', product: '冰箱' }).complaint('c', '13900000003', '不制冷');
    expect(story.book.batches).toEqual([]);
  });
});

describe('not accepted by the caller', () => {
  test('a new sheet one level up, with the first attached; no clock is lost on the way', () => {
    const story = orderStory().opens('quality').moves('judge').passes(2, 'h').answers(false);
    story.onOrder('order-2').opens('follow-up', { follows: 'order-1' });
    story.stands('take-over', { 'take-over': 60, close: 24 * 60 });
    expect(story.order.follows).toBe('order-1');
    expect(story.onOrder('order-1').order.status).toMatchObject({ state: 'handed-up', to: 'order-2' });
    story.stands('judge', {});
    story.onOrder('order-3').opens('early-warning', { follows: 'order-2' }).stands('raise', { raise: 30 });
    expect(story.onOrder('order-2').order.status).toMatchObject({ state: 'handed-up', to: 'order-3' });
  });

  test('two sheets that name each other lose nothing: only the later takes up the earlier', () => {
    const story = orderStory().onOrder('a').opens('quality', { follows: 'b' }).passes(1);
    story.onOrder('b').opens('follow-up', { follows: 'a' });
    expect(story.order.status.state).toBe('open');
    expect(story.onOrder('a').order.status).toMatchObject({ state: 'handed-up', to: 'b' });
  });
});
