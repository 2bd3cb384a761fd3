import { describe, expect, test } from 'vitest';
import { orderStory } from '../../helpers/order-story.ts';

/**
 * Handbook §4.4, stage by stage: 30 min, 1 h (30 min to return), 1 h, 3 h and 30 min, 24 h, 6 h,
 * every day, 48 h.
 */
describe('early warning', () => {
  test('from the form to the store manager’s guidance, every stage by its own clock', () => {
    orderStory()
      .opens('early-warning')
      .stands('raise', { raise: 30 })
      .passes(25)
      .clockReads('raise', 'warned')
      .moves('review')
      .stands('review', { review: 60, return: 30 })
      .passes(40)
      .moves('service-desk')
      .clockReads('review', 'kept')
      .clockReads('return', 'gone')
      .stands('service-desk', { 'service-desk': 60 })
      .passes(50)
      .moves('guidance', 'service-desk')
      .stands('guidance', { guidance: 180 })
      .passes(2, 'h')
      .moves('feed-back', 'store-manager')
      .stands('feed-back', { 'feed-back': 30, 'close-after-guidance': 48 * 60 })
      .passes(20)
      .moves('talk')
      .stands('talk', { talk: 360, 'close-after-guidance': 48 * 60 - 20 });
  });

  test('returned with remarks: the agent has half an hour again, and the review starts anew', () => {
    const story = orderStory().opens('early-warning').passes(10).moves('review').passes(20);
    story.returnsWith('缺少订单号和送货日期').stands('raise', { raise: 30 });
    expect(story.order.history.at(-1)).toMatchObject({ event: { remarks: '缺少订单号和送货日期' } });
    story.clockReads('return', 'kept');
    story.passes(15).moves('review').stands('review', { review: 60, return: 30 });
  });

  test('returning has half an hour, which warns and counts; passing it on later is no miss', () => {
    const story = orderStory().opens('early-warning').moves('review');
    story.passes(19).clockReads('return', 'running').passes(1).clockReads('return', 'warned');
    // Afterwards the supervisor still has the rest of the hour to review it.
    story.passes(10).clockReads('return', 'gone').stands('review', { review: 30 });
    const passedOn = story.events.length;
    story.moves('service-desk').clockReads('return', 'gone').clockReads('review', 'kept');
    story.events.length = passedOn;
    story.passes(5).returnsWith('缺少订单号').clockReads('return', 'missed').clockReads('review', 'kept');
    expect(story.order.clocks.filter(({ of }) => of.kind === 'return')).toHaveLength(1);
  });

  test('a case that the store settled is to be closed within 48 hours', () => {
    const story = orderStory().opens('early-warning').moves('review').moves('service-desk').passes(30);
    story.moves('talk', 'service-desk').stands('talk', { talk: 360, 'close-after-handling': 48 * 60 });
    story.passes(44, 'h').clockReads('close-after-handling', 'warned');
    story.passes(1, 'h').closes('settled').clockReads('close-after-handling', 'kept');
  });

  test('a case that the store settled and nobody closed in time is late, and can still be settled', () => {
    const story = orderStory().opens('early-warning').moves('review').moves('service-desk').moves('talk');
    story.passes(49, 'h').clockReads('close-after-handling', 'over').closes('settled');
    story.clockReads('close-after-handling', 'missed');
    expect(story.order.status).toMatchObject({ outcome: 'settled' });
  });

  test('the store manager does not decide: after three hours it is the division’s, who have a day', () => {
    const story = orderStory().opens('early-warning').moves('review').moves('service-desk').moves('guidance');
    story.passes(179).stands('guidance', { guidance: 1 });
    story
      .passes(1)
      .stands('division', { division: 24 * 60 })
      .clockReads('guidance', 'missed');
    story.passes(5, 'h').moves('talk', 'division');
    story.stands('talk', { talk: 360, 'close-after-guidance': 48 * 60 });
  });

  test('guidance that comes after all is taken, though the division had it already', () => {
    const story = orderStory().opens('early-warning').moves('review').moves('service-desk').moves('guidance');
    story.passes(4, 'h').moves('feed-back', 'store-manager');
    story.stands('feed-back', { 'feed-back': 30, 'close-after-guidance': 48 * 60 });
  });

  test('still not satisfied: every day anew, until the 48 hours are over', () => {
    const story = orderStory().opens('early-warning').moves('review').moves('service-desk').moves('guidance');
    story.moves('feed-back').moves('talk').passes(3, 'h').moves('again');
    story.stands('again', { again: 24 * 60, 'close-after-guidance': 45 * 60 });
    story
      .passes(20, 'h')
      .moves('again')
      .stands('again', { again: 24 * 60, 'close-after-guidance': 25 * 60 });
    // Nobody comes the next day: the miss is kept, and the third day has its own clock.
    story.passes(24, 'h').stands('again', { again: 24 * 60, 'close-after-guidance': 60 });
    expect(story.order.history.at(-1)).toMatchObject({ what: 'passed-on', stage: 'again', to: 'again' });
    story.passes(2, 'h').clockReads('close-after-guidance', 'over');
  });

  test('after the 48 hours it can only be closed as not satisfied, with the reason, reported to the chairman', () => {
    const story = orderStory().opens('early-warning').moves('review').moves('service-desk').moves('guidance');
    story.moves('feed-back').moves('talk').moves('again').passes(49, 'h');
    story.closes('settled').closes('not-satisfied').closes('not-satisfied', '顾客要求双倍赔偿');
    expect(story.book.refused.map(({ why }) => why)).toEqual([
      'only-not-satisfied',
      'reason-missing',
      'report-missing',
    ]);
    expect(story.order.status.state).toBe('open');
    story.closes('not-satisfied', '顾客要求双倍赔偿', ['chairman']);
    expect(story.order.status).toMatchObject({ state: 'closed', outcome: 'not-satisfied' });
    story.clockReads('close-after-guidance', 'missed');
  });

  test('the caller is satisfied within the 48 hours', () => {
    const story = orderStory().opens('early-warning').moves('review').moves('service-desk').moves('talk');
    story
      .stands('talk', { talk: 360, 'close-after-handling': 48 * 60 })
      .passes(1, 'h')
      .closes('settled');
    expect(story.order.status).toMatchObject({ state: 'closed', outcome: 'settled' });
    story.clockReads('talk', 'kept');
  });
});
