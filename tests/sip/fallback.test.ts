import { afterEach, expect, test } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { until } from '../helpers/until.ts';
import { sipPages } from './sip-browser.ts';
import { openStory } from './story/open-story.ts';
import type { Story } from './story/story.ts';
import { RawServer } from './wire/raw-server.ts';

/** Longest time without a server after the first one is lost, ms. */
const FAIL_OVER_MS = 5_000;

describeWith(['chromium'], 'a phone with a second server', () => {
  const openPage = sipPages();
  const clearUp: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of clearUp.splice(0).reverse()) await close();
  });

  async function withSecondServer(): Promise<{ story: Story; second: RawServer }> {
    const second = await RawServer.open();
    second.handlers.set('REGISTER', (request) =>
      request.reply(200, { toTag: 'second', headers: [`Contact: ${contactOf(request.text)}`] }),
    );
    const story = await openStory(await openPage(), { settings: { fallbackServers: [second.url] } });
    clearUp.push(
      () => second.close(),
      () => story.close(),
    );
    return { story, second };
  }

  test('registers there when the first one goes away', async () => {
    const { story, second } = await withSecondServer();
    story.server.accepting = false;
    story.server.link.cut();
    await second.until(
      'REGISTER at the second server',
      (arrived) => arrived.find(({ start }) => start.startsWith('REGISTER ')),
      FAIL_OVER_MS,
    );
    await until('the phone is registered again', async () => {
      const events = await story.agent.events();
      return events.at(-1)?.type === 'registered' && events.length >= 3;
    });
    expect((await story.agent.event('registration-lost')).cause).toBe('network');
  });
});

function contactOf(register: string): string {
  return /\r\nContact: (.*)/i.exec(register)?.[1] ?? '';
}
