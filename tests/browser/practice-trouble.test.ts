import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { answeredElsewhere } from '../../practice/scenarios/answered-elsewhere.ts';
import { givesUp } from '../../practice/scenarios/gives-up.ts';
import { hostileName } from '../../practice/scenarios/hostile-name.ts';
import { launchPhoneBrowser, type PhoneBrowser } from '../helpers/stock-phone/launch.ts';
import {
  ACCOUNT,
  openStockWorkstation,
  type StockWorkstation,
  stayingOn,
} from '../helpers/stock-phone/workstation.ts';

/** A busy machine takes its time. */
const PATIENCE = { timeout: 15_000 };

let browser: PhoneBrowser;
let workstation: StockWorkstation;

beforeAll(async () => {
  browser = await launchPhoneBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  workstation = await openStockWorkstation(browser);
});

afterEach(() => workstation.close());

describe('trouble between a stock JsSIP phone in Chromium and the practice exchange', () => {
  it('gives up, is refused, and says when another phone took the call', async () => {
    const impatient = workstation.exchange.ring(givesUp, ACCOUNT);
    expect((await impatient.until('ended')).end).toEqual({ how: 'given-up' });
    const elsewhere = workstation.exchange.ring(answeredElsewhere, ACCOUNT);
    expect((await elsewhere.until('ended')).end).toEqual({ how: 'answered-elsewhere' });
    await workstation.waitFor('reason SIP;cause=200;text="Call completed elsewhere"');
    const refused = workstation.exchange.ring(stayingOn, ACCOUNT);
    await refused.until('ringing');
    await workstation.page.evaluate(() => window.phone.hangUp());
    expect((await refused.until('ended')).end).toEqual({ how: 'rejected', sipStatus: 480 });
  });

  it('shows a hostile display name as the text it is', async () => {
    workstation.exchange.ring(hostileName, ACCOUNT);
    await workstation.waitFor(`call from ${hostileName.caller.displayName} ${hostileName.caller.number}`);
  });

  it('loses its connections in a call, comes back, and ends the call over the new one', async () => {
    const call = await workstation.answered(stayingOn);
    workstation.exchange.cutConnections();
    await workstation.waitFor('disconnected');
    await workstation.exchange.waitForUnregistration(ACCOUNT.user);
    await workstation.exchange.waitForRegistration(ACCOUNT.user);
    await call.waitForAudio();
    await call.hangUp();
    await workstation.waitFor('ended remote Terminated');
  });

  it('is registered again after a restart of the registrar', async () => {
    await workstation.exchange.restart();
    expect(workstation.exchange.isRegistered(ACCOUNT.user)).toBe(false);
    await workstation.exchange.waitForRegistration(ACCOUNT.user);
  });

  it('gets no answer from a black hole, and one again afterwards', async () => {
    workstation.exchange.stopAnswering();
    const before = workstation.received('REGISTER');
    await workstation.page.evaluate(() => window.phone.register());
    await vi.waitFor(() => expect(workstation.received('REGISTER')).toBe(before + 1), PATIENCE);
    const registrations = (await workstation.happened()).filter((event) => event === 'registered').length;
    workstation.exchange.resumeAnswering();
    const call = await workstation.answered(stayingOn);
    expect((await workstation.happened()).filter((event) => event === 'registered')).toHaveLength(
      registrations,
    );
    await call.hangUp();
  });

  it('unregisters', async () => {
    await workstation.page.evaluate(() => window.phone.stop());
    await workstation.exchange.waitForUnregistration(ACCOUNT.user);
  });
});
