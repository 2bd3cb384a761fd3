import type { Page } from 'puppeteer-core';
import { DESCRIPTION, leg } from '../../../tests/calls/sources/tap/page-frames.ts';
import { fromSamples, type Measurement } from '../bench-report.ts';
import { paintOfRing } from '../ring/paint-of-ring.ts';
import type { HostEvents } from './host-events.ts';
import type { PhoneSite } from './phone-site.ts';

interface Watched {
  readonly page: Page;
  readonly panel: Page;
  readonly site: PhoneSite;
  readonly host: HostEvents;
}

/**
 * Calls of a page one after another, each rung, painted, answered and ended. A ring is reported
 * 10 ms after its 180, so that a busy phone makes none: the time to the paint has them in it.
 */
export async function measureCalls(
  { page, panel, site, host }: Watched,
  calls: number,
): Promise<readonly Measurement[]> {
  const painted: number[] = [];
  const reported: number[] = [];
  for (let n = 0; n <= calls; n += 1) {
    const callId = `bench-${n}`;
    const call = leg({ callId });
    const body = DESCRIPTION();
    const shown = await paintOfRing(panel);
    const ringing = call.response('remote', 180, 'INVITE', 1);
    const invited = await page.evaluateHandle((answer) => window.tapBench.receivesNext(answer), ringing);
    site.send(call.request('remote', 'INVITE', 1, { early: true, body }));
    const invitedAt = await invited.evaluate(({ at }) => at);
    const paintedAt = await shown.evaluate(({ at }) => at);
    await Promise.all([invited.dispose(), shown.dispose()]);
    const send = (frame: string) => page.evaluate((text) => window.tapBench.send(text), frame);
    const answeredAt = await send(call.response('remote', 200, 'INVITE', 1, { body }));
    const answerKnownAt = await host.until(callId, 'answered');
    await panel.waitForSelector('.call-state-row');
    const endedAt = await send(call.request('agent', 'BYE', 2));
    const endKnownAt = await host.until(callId, 'ended');
    await panel.waitForSelector('.call-state-row', { hidden: true });
    if (n === 0) continue;
    painted.push(paintedAt - invitedAt);
    reported.push(answerKnownAt - answeredAt, endKnownAt - endedAt);
  }
  const subject = { bench: 'tap', subject: 'ours', unit: 'ms' };
  return [
    fromSamples({ ...subject, metric: 'frame in the page → CallEvent in the host' }, reported),
    fromSamples({ ...subject, metric: 'INVITE in the page → painted in the real panel' }, painted),
  ];
}
