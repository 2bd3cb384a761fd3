import type { CDPSession } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scenario } from '../../practice/scenario.ts';
import { agentVoice } from '../helpers/agent-voice.ts';
import { type AgentWorkstation, openAgentWorkstation } from '../helpers/agent-workstation.ts';
import { answerCall } from '../helpers/answer-call.ts';
import { mainThreadTasks } from '../helpers/main-thread-tasks.ts';
import { panelScreen } from '../helpers/panel-screen.ts';
import { SOAKING } from '../helpers/soak.ts';

/** `LISTEN_MINUTES=60 npm run soak` for the hour. */
const MINUTES = Number(process.env['LISTEN_MINUTES'] ?? 10);
const MINUTE_MS = 60_000;
/** The variation within a minute, and the size of a journal of some hundred entries. */
const BREATHING_BYTES = 3_000_000;

const TALKER = scenario({
  id: 'talker',
  title: 'Talks and talks',
  caller: { number: '+8613900004321', displayName: null },
  onAnswer: [{ do: 'stay-on' }],
});

describe.runIf(SOAKING)('a long call that is listened to', () => {
  let workstation: AgentWorkstation;
  let removeVoice: () => Promise<void>;

  beforeAll(async () => {
    const sentences = Array.from({ length: 40 }, () => [
      { audio: 'callee-greeting', seconds: 4 },
      { audio: null, seconds: 11 },
    ]);
    const { path, remove } = await agentVoice(sentences.flat());
    removeVoice = remove;
    workstation = await openAgentWorkstation({ voice: path });
  });
  afterAll(async () => {
    await workstation?.close();
    await removeVoice?.();
  });

  test(`${MINUTES} minutes: memory stays flat, and no task takes 50 ms`, {
    timeout: (MINUTES + 5) * MINUTE_MS,
  }, async () => {
    const call = await answerCall(workstation, panelScreen(workstation.panel), TALKER);
    const host = await workstation.chromium.offscreen();
    const sessions = [await host.createCDPSession(), await workstation.panel.createCDPSession()];
    const worker = host.workers()[0];
    if (worker !== undefined) sessions.push(worker.client);
    const heaps: number[][] = [];
    let longest = 0;
    console.log('minute: longest task, heaps of host, panel and worker');
    const endsAt = Date.now() + MINUTES * MINUTE_MS;
    // Reading the trace takes some seconds of each minute, so there are fewer rounds than minutes.
    for (let minute = 0; Date.now() < endsAt; minute += 1) {
      const tasks = await mainThreadTasks(workstation.panel, () => oneMinute(minute));
      expect(tasks.length).toBeGreaterThan(600);
      const longestNow = Math.max(...tasks);
      longest = Math.max(longest, longestNow);
      const heap = await Promise.all(sessions.map(heapOf));
      heaps.push(heap);
      const megabytes = heap.map((bytes) => (bytes / 1e6).toFixed(1)).join(' ');
      console.log(`${minute + 1}: ${longestNow.toFixed(1)} ms, ${megabytes} MB`);
    }
    expect(longest).toBeLessThan(50);
    const [settled] = heaps.slice(1);
    for (const [place, bytes] of (heaps.at(-1) ?? []).entries()) {
      expect(bytes - (settled?.[place] ?? 0)).toBeLessThan(BREATHING_BYTES);
    }
    await call.hangUp();

    /** Speech, a pause, noise: every kind of input. */
    async function oneMinute(minute: number): Promise<void> {
      if (minute % 3 === 2) call.loop('pink-noise', -12);
      else call.loop('delivery-question', minute % 3 === 1 ? -12 : 0);
      await new Promise((done) => setTimeout(done, MINUTE_MS));
    }
  });
});

async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
