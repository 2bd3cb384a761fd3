import { describe, expect, test } from 'vitest';
import type { NotifiedClocks, ScheduledClock } from '../../../contract/messages/scheduled-clock.ts';
import {
  clockNotifications,
  mergeSchedule,
  overdueCount,
} from '../../../rules/work-orders/clock-notifications.ts';
import { clocksToNotify } from '../../../rules/work-orders/clocks-to-notify.ts';
import { BEIJING_RULES, type OrderStory, orderStory } from '../../helpers/order-story.ts';

/** The background as it lives on: what it keeps on the disk, and what it has said. */
class Publisher {
  #schedule: readonly ScheduledClock[] = [];
  #notified: NotifiedClocks = {};

  /** The phone host looks at the ledger. */
  learns(story: OrderStory, workOrderRole = 'agent', agentNumber = '0283', complete = true) {
    const seen = clocksToNotify(
      story.book,
      story.now,
      BEIJING_RULES,
      { workOrderRole, agentNumber },
      ({ kind }, { of }) => `${kind.id} ${of.kind === 'stage' ? of.stage : of.kind}`,
    );
    this.#schedule = mergeSchedule(this.#schedule, complete ? seen : [], complete);
    return this;
  }
  /** An alarm, a start of the browser, or a look in passing. */
  says(now: number): string[] {
    const { notify, notified } = clockNotifications(this.#schedule, this.#notified, now);
    this.#notified = notified;
    return notify.map(({ clock, say }) => `${say}: ${clock.label}`);
  }
  overdue(now: number): number {
    return overdueCount(this.#schedule, now);
  }
  nextAt(now: number): number | null {
    return clockNotifications(this.#schedule, this.#notified, now).nextAt;
  }
}

test('what is over stays counted after it was told, an order once, and until it is done', () => {
  const story = orderStory().opens('early-warning');
  const publisher = new Publisher().learns(story);
  expect(publisher.overdue(story.passes(29).now)).toBe(0);
  expect(publisher.overdue(story.passes(1).now)).toBe(1);
  expect(publisher.says(story.now)).toHaveLength(1);
  expect(publisher.overdue(story.passes(1, 'h').now)).toBe(1);
  expect(publisher.learns(story.moves('review')).overdue(story.now)).toBe(0);
});

describe('a clock is told', () => {
  test('before it ends and at its end, once each', () => {
    const story = orderStory().opens('early-warning');
    const publisher = new Publisher().learns(story);
    expect(publisher.says(story.now)).toEqual([]);
    expect(publisher.nextAt(story.now)).toBe(story.now + 20 * 60_000);
    story.passes(20);
    expect(publisher.says(story.now)).toEqual(['warned: early-warning raise']);
    expect(publisher.says(story.passes(1).now)).toEqual([]);
    expect(publisher.nextAt(story.now)).toBe(story.now + 9 * 60_000);
    expect(publisher.says(story.passes(9).now)).toEqual(['over: early-warning raise']);
    expect(publisher.says(story.passes(5, 'h').now)).toEqual([]);
    expect(publisher.nextAt(story.now)).toBeNull();
  });

  test('not once it was met', () => {
    const story = orderStory().opens('early-warning');
    const publisher = new Publisher().learns(story);
    publisher.learns(story.passes(5).moves('review'));
    expect(publisher.says(story.passes(19).now)).toEqual([]);
    expect(publisher.says(story.passes(7).now)).toEqual(['warned: early-warning return']);
    expect(publisher.says(story.passes(4).now)).toEqual(['over: early-warning return']);
    expect(publisher.says(story.passes(16).now)).toEqual(['warned: early-warning review']);
  });

  test('missed while the computer slept: told on wake, as over alone, once', () => {
    const story = orderStory().opens('early-warning');
    const publisher = new Publisher().learns(story);
    story.passes(9, 'h');
    expect(publisher.says(story.now)).toEqual(['over: early-warning raise']);
    expect(publisher.learns(story).says(story.passes(1).now)).toEqual([]);
  });

  test('a stage that passed the order on while all slept is told of as well', () => {
    const story = orderStory().opens('early-warning').moves('review').moves('service-desk').moves('guidance');
    const publisher = new Publisher().learns(story);
    story.passes(4, 'h');
    // The phone host looks first: the order is the division's by now.
    expect(publisher.learns(story).says(story.now)).toEqual(['over: early-warning guidance']);
    expect(publisher.learns(story.passes(1)).says(story.now)).toEqual([]);
    expect(publisher.learns(story).says(story.passes(22, 'h').now)).toEqual([
      'warned: early-warning division',
    ]);
  });

  test('a restart tells nothing again, though nobody has unlocked yet', () => {
    const story = orderStory().opens('early-warning');
    const publisher = new Publisher().learns(story);
    expect(publisher.says(story.passes(25).now)).toEqual(['warned: early-warning raise']);
    publisher.learns(story, 'agent', '0283', false);
    expect(publisher.says(story.now)).toEqual([]);
    expect(publisher.says(story.passes(5).now)).toEqual(['over: early-warning raise']);
    expect(publisher.learns(story).says(story.passes(1).now)).toEqual([]);
  });

  test('a system clock that goes back and forth tells nothing twice, and nothing is left out', () => {
    const story = orderStory().opens('early-warning');
    const publisher = new Publisher().learns(story);
    const start = story.now;
    // A day ahead by mistake, then right again.
    expect(publisher.says(story.clockIsSet(start + 86_400_000).now)).toEqual(['over: early-warning raise']);
    expect(publisher.says(story.clockIsSet(start + 60_000).now)).toEqual([]);
    // Written before the clock was set right: the order goes on by the right time from then on.
    story.moves('review');
    const both = ['over: early-warning return', 'warned: early-warning review'];
    expect(publisher.learns(story).says(story.passes(50).now).sort()).toEqual(both);
  });
});

describe('who is told', () => {
  test('whoever has had the order in hand, and the owner’s own desk', () => {
    const story = orderStory().opens('early-warning').passes(5).moves('review').passes(50);
    expect(new Publisher().learns(story).says(story.now)).toEqual(['warned: early-warning review']);
    expect(new Publisher().learns(story, 'agent', '0999').says(story.now)).toEqual([]);
    expect(new Publisher().learns(story, 'hotline-supervisor', '0999').says(story.now)).toHaveLength(1);
    expect(new Publisher().learns(story, 'store-manager', '0999').says(story.now)).toEqual([]);
  });
});
