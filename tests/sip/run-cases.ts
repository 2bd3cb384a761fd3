import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { SipCase } from './sip-case.ts';
import { openStory } from './story/open-story.ts';

/** The most REGISTERs that a phone may send within a second, whatever the server does. */
const MOST_REGISTERS = 6;

/**
 * Runs each case on a page of its own. After every case the next ordinary call rings and is
 * answered, every request has its final answer, and nothing was thrown.
 */
export function runCases(cases: readonly SipCase[], openPage: () => Promise<Page>): void {
  for (const { name, rfc, story: play, ...options } of cases) {
    test.concurrent(`${name} (${rfc})`, async () => {
      const story = await openStory(await openPage(), options);
      try {
        await play(story);
        await story.nextCallWorks();
        await story.allAnswered();
        expect(story.errors, 'uncaught errors').toEqual([]);
        expect((await story.agent.fold()).impossible, 'impossible events').toEqual([]);
        expect(mostInASecond(story.server.arrived), 'REGISTERs in a second').toBeLessThanOrEqual(
          MOST_REGISTERS,
        );
      } finally {
        await story.close();
      }
    });
  }
}

function mostInASecond(arrived: readonly { readonly start: string; readonly at: number }[]): number {
  const times = arrived.filter(({ start }) => start.startsWith('REGISTER ')).map(({ at }) => at);
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));
}
