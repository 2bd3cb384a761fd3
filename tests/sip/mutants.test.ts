import fc from 'fast-check';
import { afterAll, test } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { times } from '../helpers/soak.ts';
import { mustBeAnswered } from './mutants/must-be-answered.ts';
import { mutant } from './mutants/mutate.ts';
import { seeds } from './mutants/seeds.ts';
import { comesThrough } from './run-cases.ts';
import { sipPages } from './sip-browser.ts';
import { openStory } from './story/open-story.ts';
import type { Story } from './story/story.ts';

const PHONES = 4;

describeWith(['chromium'], 'mutants at a phone', () => {
  const openPage = sipPages();
  const open: Story[] = [];
  afterAll(async () => {
    for (const story of open) await story.close();
  });

  for (let phone = 1; phone <= PHONES; phone += 1) {
    test.concurrent(`phone ${phone}: no throw, no unanswered request, the next call is answered`, {
      timeout: times(300_000, 7_200_000),
    }, async () => {
      const story = await openStory(await openPage());
      open.push(story);
      const sown = seeds(story.address);
      await fc.assert(
        fc.asyncProperty(mutant(sown), async (text) => {
          await story.throwsAt(text, mustBeAnswered(text));
          await comesThrough(story);
        }),
        { numRuns: times(200, 4_000) / PHONES, endOnFailure: true },
      );
    });
  }
});
