import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { SOAKING, times } from '../helpers/soak.ts';
import { until } from '../helpers/until.ts';
import { faultyCall, tidiesUp } from './endurance/faulty-calls.ts';
import { seededRandom } from './endurance/random.ts';
import { sipPages } from './sip-browser.ts';
import { openStory } from './story/open-story.ts';

const CALLS = Number(process.env['SIP_CALLS'] ?? times(12, 500));

/**
 * A browser refuses the 501st connection that something holds. Transactions hold those of the last
 * 32 s (RFC 3261 §17); after that, only the newest call is left.
 */
const MOST_HELD = 4;
const TRANSACTIONS_MS = 60_000;

/** Connections of the page that something still refers to, closed ones too. */
async function connectionsHeld(page: Page): Promise<number> {
  const prototype = await page.evaluateHandle(() => RTCPeerConnection.prototype);
  const held = await page.queryObjects(prototype);
  const count = await held.evaluate((objects) => objects.length);
  // A handle holds what it names.
  await Promise.all([held.dispose(), prototype.dispose()]);
  return count;
}

describeWith(['chromium'], 'endurance', () => {
  const openPage = sipPages();

  test(`${CALLS} calls with faults at random moments; after each the next call is answered`, {
    timeout: CALLS * 60_000,
  }, async () => {
    const seed = Number(process.env['SIP_SEED'] ?? Date.now() % 1_000_000);
    const random = seededRandom(seed);
    const story = await openStory(await openPage());
    try {
      for (let n = 1; n <= CALLS; n += 1) {
        const done = await faultyCall(story, random);
        try {
          await tidiesUp(story);
          await story.nextCallWorks();
          expect(story.errors, 'uncaught errors').toEqual([]);
        } catch (cause) {
          const events = (await story.agent.events()).slice(-12).map((event) => JSON.stringify(event));
          const sent = story.server.arrived.slice(-12).map(({ start, at }) => `${at} ${start}`);
          throw new Error(
            `Call ${n} (SIP_SEED=${seed}): ${done}. ${String(cause)}\n${[...events, ...sent].join('\n')}`,
            { cause },
          );
        }
        story.forgetRequests();
      }
      // A dozen calls are over within that time.
      if (!SOAKING) return;
      await until(
        'the connections are let go',
        async () => (await connectionsHeld(story.agent.page)) <= MOST_HELD,
        TRANSACTIONS_MS,
      );
    } finally {
      await story.close();
    }
  });
});
