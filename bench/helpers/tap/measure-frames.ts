import type { Page } from 'puppeteer-core';
import { DESCRIPTION, leg } from '../../../tests/calls/sources/tap/page-frames.ts';
import { fromSamples, type Measurement } from '../bench-report.ts';

/** Two frames so often: more than 50 a second are left out, and would cost less. */
const EVERY_MS = 25;
/** As long as an INVITE through three proxies. */
const FILLING = ['Record-Route', 'Via-Note', 'User-Agent'].map((name) => `${name}: ${'x'.repeat(200)}`);

/** What the page waits for at each frame, with the extension or without it. */
export async function measureFrames(
  page: Page,
  subject: string,
  frames: number,
): Promise<readonly Measurement[]> {
  const call = leg({ callId: 'no-call' });
  const texts = Array.from({ length: frames }, (_, at) =>
    call.request('remote', 'MESSAGE', at + 1, { lines: FILLING, body: DESCRIPTION() }),
  );
  const times = await page.evaluate((all, ms) => window.tapBench.timeFrames(all, ms), texts, EVERY_MS);
  const row = (metric: string, samples: readonly number[]) =>
    fromSamples({ bench: 'tap', metric, subject, unit: 'ms' }, samples);
  return [
    row('frame sent: inside send()', times.sent),
    row('frame received: inside its delivery', times.received),
    row('frame sent, and read', times.sentAndRead),
    row('frame received, and read', times.receivedAndRead),
  ];
}
