import { afterAll, afterEach, beforeAll } from 'vitest';
import { type CallChromium, type CallPage, openCallChromium } from '../call-page/call-page.ts';
import type { PageConfig } from '../call-page/client.ts';
import { plainPhone } from '../call-page/plain-phone.ts';
import { type Baresip, startBaresip } from './baresip.ts';
import { type Kamailio, PASSWORD, startKamailio } from './kamailio.ts';

export interface KamailioCallCentre {
  readonly kamailio: Kamailio;
  /** A phone in a browser page; registered, unless `settings` prevent it. */
  agent(settings?: Partial<PageConfig>): Promise<CallPage>;
  /** A plain SIP phone, registered under this name. */
  phone(user: string): Promise<Baresip>;
}

/** One exchange and one browser for a suite; phones and pages live for one test. */
export function kamailioCallCentre(): () => KamailioCallCentre {
  let kamailio: Kamailio;
  let chromium: CallChromium;
  let clearUp: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    [kamailio, chromium] = await Promise.all([startKamailio(), openCallChromium()]);
  });
  afterEach(async () => {
    await Promise.all(clearUp.map((clear) => clear()));
    clearUp = [];
  });
  afterAll(async () => {
    await chromium?.close();
    await kamailio?.stop();
  });

  return () => ({
    kamailio,
    async agent(settings = {}) {
      const agent = await chromium.openPhone({
        ...plainPhone(kamailio.url, kamailio.domain, PASSWORD),
        ...settings,
      });
      clearUp.push(() => agent.close());
      if (settings.credentials === undefined) await agent.event('registered');
      return agent;
    },
    async phone(user) {
      const phone = await startBaresip(kamailio, user);
      clearUp.push(() => phone.stop());
      return phone;
    },
  });
}
