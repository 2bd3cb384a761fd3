import type { Exchange } from '../../../practice/exchange.ts';
import { scenario } from '../../../practice/scenario.ts';
import type { OpenChromium } from '../../../tests/helpers/call-page/open-chromium.ts';
import type { CallTimes } from './page.ts';
import type { Account, SubjectName } from './subject.ts';

interface Series {
  readonly chromium: OpenChromium;
  readonly exchange: Exchange;
  readonly subject: SubjectName;
  readonly account: Account;
  readonly calls: number;
  readonly offer: 'full' | 'no-candidates';
}

/** Longer than any gathering that is measured here. */
const ANSWER_TIMEOUT_MS = 90_000;

/**
 * Rings `calls` times in sequence and returns the page's times. Before them one call is not
 * measured, unless calls are slow.
 */
export async function measureCalls(series: Series): Promise<readonly CallTimes[]> {
  const { chromium, exchange, subject, account, calls } = series;
  const page = await chromium.openPage();
  page.setDefaultTimeout(ANSWER_TIMEOUT_MS);
  await page.evaluate((name, given) => window.ringPage.start(name, given), subject, account);
  await exchange.waitForRegistration(account.user);
  const caller = scenario({
    id: 'bench-caller',
    title: 'Stays on until the bench ends the call',
    caller: { number: '+8613900000001', displayName: null },
    offer: series.offer,
    onAnswer: [{ do: 'stay-on' }],
  });
  const times: CallTimes[] = [];
  const warmUp = calls >= 10 ? 1 : 0;
  for (let n = 0; n < warmUp + calls; n += 1) {
    const call = exchange.ring(caller, { user: account.user });
    const one = await page.evaluate(() => window.ringPage.nextCall());
    if (n >= warmUp) times.push(one);
    await call.until('answered', { timeoutMs: ANSWER_TIMEOUT_MS });
    await call.hangUp();
  }
  await page.close();
  return times;
}
