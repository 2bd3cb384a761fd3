import { afterEach, expect, test } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { until } from '../helpers/until.ts';
import { sipPages } from './sip-browser.ts';
import { openStory } from './story/open-story.ts';
import type { Story } from './story/story.ts';
import { RawServer } from './wire/raw-server.ts';
import { writeResponse } from './wire/write-response.ts';

/** Three tries, fifty times faster than a phone's, and a slow machine. */
const RETURN_MS = 15_000;
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
    const story = await openStory(await openPage(), {
      settings: { fallbackServers: [second.url], hurry: 50 },
    });
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

  const registersAt = (server: RawServer, count: number) =>
    server.until(
      `${count} REGISTERs`,
      (arrived) => arrived.filter(({ start }) => start.startsWith('REGISTER '))[count - 1],
      RETURN_MS,
    );

  test('returns to the first one when that has answered several times', async () => {
    const { story, second } = await withSecondServer();
    story.server.accepting = false;
    story.server.link.cut();
    await registersAt(second, 1);
    const before = story.server.arrived.filter(({ start }) => start.startsWith('REGISTER ')).length;
    const probes = story.server.links.length;
    story.server.accepting = true;
    await registersAt(story.server, before + 1);
    expect(story.server.links.length - probes).toBeGreaterThanOrEqual(4);
    await story.nextCallWorks();
  });

  test('stays where it is while a call is up, and returns after it', async () => {
    const { story, second } = await withSecondServer();
    story.server.accepting = false;
    story.server.link.cut();
    await registersAt(second, 1);
    await until('the phone is registered again', async () => {
      const events = await story.agent.events();
      return events.findLast(({ type }) => /^regist/.test(type))?.type === 'registered' && events.length >= 3;
    });
    const dialled = story.agent.command({ type: 'dial', target: '10086' });
    const invite = await second.until('INVITE', (arrived) =>
      arrived.find(({ start }) => start.startsWith('INVITE ')),
    );
    expect(await dialled).toEqual({ ok: true });
    const before = story.server.arrived.filter(({ start }) => start.startsWith('REGISTER ')).length;
    const probes = story.server.links.length;
    story.server.accepting = true;
    await until('the first server was tried often enough', () => story.server.links.length >= probes + 5);
    expect(story.server.arrived.filter(({ start }) => start.startsWith('REGISTER '))).toHaveLength(before);
    second.link.send(writeResponse(invite, 486, { toTag: 'busy' }));
    await story.agent.event('ended');
    await registersAt(story.server, before + 1);
  });
});

function contactOf(register: string): string {
  return /\r\nContact: (.*)/i.exec(register)?.[1] ?? '';
}
