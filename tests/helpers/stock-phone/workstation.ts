import type { Page } from 'puppeteer-core';
import type { PracticeCall } from '../../../practice/call/practice-call.ts';
import { type Exchange, startExchange } from '../../../practice/exchange.ts';
import { type Scenario, scenario } from '../../../practice/scenario.ts';
import { until } from '../until.ts';
import type { PhoneBrowser } from './launch.ts';

export const ACCOUNT = { user: '1001', password: 'practice-1001' };

/** Talks without a pause. */
export const stayingOn = scenario({
  id: 'staying-on',
  title: 'Talks without end',
  caller: { number: '+8613900001234', displayName: null },
  onAnswer: [{ do: 'play-noise', audio: 'babble', ms: 600_000 }],
});

/** A stock JsSIP phone that is registered with an exchange of its own. */
export interface StockWorkstation {
  readonly exchange: Exchange;
  readonly page: Page;
  /** Rings, answers, and waits until both sides report the call. */
  answered(scenario: Scenario): Promise<PracticeCall>;
  /** The agent dials. */
  dial(number: string): Promise<PracticeCall>;
  /** Waits for growth of the caller's voice energy. */
  receivesCallerAudio(): Promise<void>;
  happened(): Promise<readonly string[]>;
  waitFor(event: string): Promise<void>;
  /** How many requests of a method the exchange has received. */
  received(method: string): number;
  close(): Promise<void>;
}

export async function openStockWorkstation(browser: PhoneBrowser): Promise<StockWorkstation> {
  const exchange = await startExchange({ users: [ACCOUNT], refusedTransfers: { '8009': 603 } });
  const page = await browser.openPage();
  const happened = () => page.evaluate(() => window.phone.happened);
  await page.evaluate(
    (url, user, password, domain) => window.phone.start(url, user, password, domain),
    exchange.url,
    ACCOUNT.user,
    ACCOUNT.password,
    exchange.domain,
  );
  await exchange.waitForRegistration(ACCOUNT.user);
  // While one attempt runs, the phone begins no other.
  await until('the phone knows', async () => (await happened()).includes('registered'));
  return {
    exchange,
    page,
    async answered(scenario) {
      const call = exchange.ring(scenario, ACCOUNT);
      await call.until('ringing');
      await page.evaluate(() => window.phone.answer());
      await call.until('answered');
      return call;
    },
    async dial(number) {
      const received = exchange.waitForCallTo(number);
      await page.evaluate((target) => window.phone.dial(target), number);
      return received;
    },
    async receivesCallerAudio() {
      const before = await page.evaluate(() => window.phone.receivedEnergy());
      await page.waitForFunction(
        async (old) => (await window.phone.receivedEnergy()) > old + 1e-4,
        {},
        before,
      );
    },
    happened,
    waitFor: (event) => until(event, async () => (await happened()).includes(event)),
    received: (method) => exchange.requests.filter(({ request }) => request.method === method).length,
    async close() {
      await page.close();
      await exchange.stop();
    },
  };
}
