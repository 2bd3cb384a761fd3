import type { Page } from 'puppeteer-core';
import { afterAll, expect, test } from 'vitest';
import type { SipCase } from './sip-case.ts';
import { behavesAsUsual, openStory } from './story/open-story.ts';
import type { Story } from './story/story.ts';

/** The most REGISTERs that a phone may send within a second, whatever the server does. */
const MOST_REGISTERS = 6;
/** Cases that a phone lives through before it is closed; a new page costs more than a case. */
const MOST_CASES = 20;

/**
 * Runs each case, several at once. After every case the next ordinary call rings and is answered,
 * every request has its final answer, and nothing was thrown. A phone that came through is used
 * again, which is how a phone lives.
 */
export function runCases(cases: readonly SipCase[], openPage: () => Promise<Page>): void {
  const idle: { readonly story: Story; cases: number }[] = [];
  afterAll(async () => {
    for (const { story } of idle) await story.close();
  });
  for (const { name, rfc, story: play, firefox: _, ...options } of cases) {
    const isOrdinary = Object.keys(options).length === 0;
    test.concurrent(`${name} (${rfc})`, async () => {
      const phone = (isOrdinary ? idle.pop() : undefined) ?? {
        story: await openStory(await openPage(), options),
        cases: 0,
      };
      let passed = false;
      try {
        await play(phone.story);
        await comesThrough(phone.story);
        passed = true;
      } finally {
        phone.cases += 1;
        if (passed && isOrdinary && phone.cases < MOST_CASES) {
          behavesAsUsual(phone.story);
          idle.push(phone);
        } else await phone.story.close();
      }
    });
  }
}

/** What holds after every case. */
export async function comesThrough(story: Story): Promise<void> {
  await story.nextCallWorks();
  await story.allAnswered();
  expect(story.errors, 'uncaught errors').toEqual([]);
  expect((await story.agent.fold()).impossible, 'impossible events').toEqual([]);
  expect(mostInASecond(story.server.arrived), 'REGISTERs in a second').toBeLessThanOrEqual(MOST_REGISTERS);
}

function mostInASecond(arrived: readonly { readonly start: string; readonly at: number }[]): number {
  const times = arrived.filter(({ start }) => start.startsWith('REGISTER ')).map(({ at }) => at);
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));
}
