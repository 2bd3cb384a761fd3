import { describe, expect, test } from 'vitest';
import type { ScheduledClock, ToldClocks } from '../../../contract/messages/scheduled-clock.ts';
import { clockTellings, mergeSchedule, overdueCount } from '../../../rules/work-orders/clock-tellings.ts';
import { clocksToTell } from '../../../rules/work-orders/clocks-to-tell.ts';
import { BEIJING_RULES, type OrderStory, orderStory } from '../../helpers/order-story.ts';

/** The background as it lives on: what it keeps on the disk, and what it has said. */
class Teller {
  #schedule: readonly ScheduledClock[] = [];
  #told: ToldClocks = {};

  /** The phone host looks at the ledger. */
  learns(story: OrderStory, duty = 'agent', agentNumber = '0283', complete = true) {
    const seen = clocksToTell(
      story.book,
      story.now,
      BEIJING_RULES,
      { duty, agentNumber },
      ({ kind }, { of }) => `${kind.id} ${of.kind === 'stage' ? of.stage : of.kind}`,
    );
    this.#schedule = mergeSchedule(this.#schedule, complete ? seen : [], complete);
    return this;
  }
  /** An alarm, a start of the browser, or a look in passing. */
  says(now: number): string[] {
    const { tell, told } = clockTellings(this.#schedule, this.#told, now);
    this.#told = told;
    return tell.map(({ clock, say }) => `${say}: ${clock.label}`);
  }
  overdue(now: number): number {
    return overdueCount(this.#schedule, now);
  }
  nextAt(now: number): number | null {
    return clockTellings(this.#schedule, this.#told, now).nextAt;
  }
}

test('what is over stays counted after it was told, an order once, and until it is done', () => {
  const story = orderStory().opens('early-warning');
  const teller = new Teller().learns(story);
  expect(teller.overdue(story.passes(29).now)).toBe(0);
  expect(teller.overdue(story.passes(1).now)).toBe(1);
  expect(teller.says(story.now)).toHaveLength(1);
  expect(teller.overdue(story.passes(1, 'h').now)).toBe(1);
  expect(teller.learns(story.moves('review')).overdue(story.now)).toBe(0);
});

describe('a clock is told', () => {
  test('before it ends and at its end, once each', () => {
    const story = orderStory().opens('early-warning');
    const teller = new Teller().learns(story);
    expect(teller.says(story.now)).toEqual([]);
    expect(teller.nextAt(story.now)).toBe(story.now + 20 * 60_000);
    story.passes(20);
    expect(teller.says(story.now)).toEqual(['warned: early-warning raise']);
    expect(teller.says(story.passes(1).now)).toEqual([]);
    expect(teller.nextAt(story.now)).toBe(story.now + 9 * 60_000);
    expect(teller.says(story.passes(9).now)).toEqual(['over: early-warning raise']);
    expect(teller.says(story.passes(5, 'h').now)).toEqual([]);
    expect(teller.nextAt(story.now)).toBeNull();
  });

  test('not once it was met', () => {
    const story = orderStory().opens('early-warning');
    const teller = new Teller().learns(story);
    teller.learns(story.passes(5).moves('review'));
    expect(teller.says(story.passes(26).now)).toEqual([]);
    expect(teller.says(story.passes(20).now)).toEqual(['warned: early-warning review']);
  });

  test('missed while the computer slept: told on wake, as over alone, once', () => {
    const story = orderStory().opens('early-warning');
    const teller = new Teller().learns(story);
    story.passes(9, 'h');
    expect(teller.says(story.now)).toEqual(['over: early-warning raise']);
    expect(teller.learns(story).says(story.passes(1).now)).toEqual([]);
  });

  test('a stage that passed the order on while all slept is told of as well', () => {
    const story = orderStory().opens('early-warning').moves('review').moves('service-desk').moves('guidance');
    const teller = new Teller().learns(story);
    story.passes(4, 'h');
    // The phone host looks first: the order is the division's by now.
    expect(teller.learns(story).says(story.now)).toEqual(['over: early-warning guidance']);
    expect(teller.learns(story.passes(1)).says(story.now)).toEqual([]);
    expect(teller.learns(story).says(story.passes(22, 'h').now)).toEqual(['warned: early-warning division']);
  });

  test('a restart tells nothing again, though nobody has unlocked yet', () => {
    const story = orderStory().opens('early-warning');
    const teller = new Teller().learns(story);
    expect(teller.says(story.passes(25).now)).toEqual(['warned: early-warning raise']);
    teller.learns(story, 'agent', '0283', false);
    expect(teller.says(story.now)).toEqual([]);
    expect(teller.says(story.passes(5).now)).toEqual(['over: early-warning raise']);
    expect(teller.learns(story).says(story.passes(1).now)).toEqual([]);
  });

  test('a system clock that goes back and forth tells nothing twice, and nothing is left out', () => {
    const story = orderStory().opens('early-warning');
    const teller = new Teller().learns(story);
    const start = story.now;
    // A day ahead by mistake, then right again.
    expect(teller.says(story.clockIsSet(start + 86_400_000).now)).toEqual(['over: early-warning raise']);
    expect(teller.says(story.clockIsSet(start + 60_000).now)).toEqual([]);
    // Written before the clock was set right: the order goes on by the right time from then on.
    story.moves('review');
    expect(teller.learns(story).says(story.passes(50).now)).toEqual(['warned: early-warning review']);
  });
});

describe('who is told', () => {
  test('whoever has had the order in hand, and the owner’s own desk', () => {
    const story = orderStory().opens('early-warning').passes(5).moves('review').passes(50);
    expect(new Teller().learns(story).says(story.now)).toEqual(['warned: early-warning review']);
    expect(new Teller().learns(story, 'agent', '0999').says(story.now)).toEqual([]);
    expect(new Teller().learns(story, 'hotline-supervisor', '0999').says(story.now)).toHaveLength(1);
    expect(new Teller().learns(story, 'store-manager', '0999').says(story.now)).toEqual([]);
  });
});
