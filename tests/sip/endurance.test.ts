import { expect, test } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { times } from '../helpers/soak.ts';
import { faultyCall, tidiesUp } from './endurance/faulty-calls.ts';
import { seededRandom } from './endurance/random.ts';
import { sipPages } from './sip-browser.ts';
import { openStory } from './story/open-story.ts';

const CALLS = Number(process.env['SIP_CALLS'] ?? times(12, 500));

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
          throw new Error(`Call ${n} (SIP_SEED=${seed}): ${done}. ${String(cause)}`, { cause });
        }
        story.forgetRequests();
      }
    } finally {
      await story.close();
    }
  });
});
