import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { answeredElsewhere } from '../../practice/scenarios/answered-elsewhere.ts';
import { givesUp } from '../../practice/scenarios/gives-up.ts';
import { hostileName } from '../../practice/scenarios/hostile-name.ts';
import { ACCOUNT, openStockDesk, type StockDesk, stayingOn } from '../helpers/stock-phone/desk.ts';
import { launchPhoneBrowser, type PhoneBrowser } from '../helpers/stock-phone/launch.ts';

/** A busy machine takes its time. */
const PATIENCE = { timeout: 15_000 };

let browser: PhoneBrowser;
let desk: StockDesk;

beforeAll(async () => {
  browser = await launchPhoneBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  desk = await openStockDesk(browser);
});

afterEach(() => desk.close());

describe('trouble between a stock JsSIP phone in Chromium and the practice exchange', () => {
  it('gives up, is refused, and says when another phone took the call', async () => {
    const impatient = desk.exchange.ring(givesUp, ACCOUNT);
    expect((await impatient.until('ended')).end).toEqual({ how: 'given-up' });
    const elsewhere = desk.exchange.ring(answeredElsewhere, ACCOUNT);
    expect((await elsewhere.until('ended')).end).toEqual({ how: 'answered-elsewhere' });
    await desk.waitFor('reason SIP;cause=200;text="Call completed elsewhere"');
    const refused = desk.exchange.ring(stayingOn, ACCOUNT);
    await refused.until('ringing');
    await desk.page.evaluate(() => window.phone.hangUp());
    expect((await refused.until('ended')).end).toEqual({ how: 'rejected', sipStatus: 480 });
  });

  it('shows a hostile display name as the text it is', async () => {
    desk.exchange.ring(hostileName, ACCOUNT);
    await desk.waitFor(`call from ${hostileName.caller.displayName} ${hostileName.caller.number}`);
  });

  it('loses its connections in a call, comes back, and ends the call over the new one', async () => {
    const call = await desk.answered(stayingOn);
    desk.exchange.cutConnections();
    await desk.waitFor('disconnected');
    await desk.exchange.waitForUnregistration(ACCOUNT.user);
    await desk.exchange.waitForRegistration(ACCOUNT.user);
    await call.heardAudio();
    await call.hangUp();
    await desk.waitFor('ended remote Terminated');
  });

  it('is registered again after a restart of the registrar', async () => {
    await desk.exchange.restart();
    expect(desk.exchange.isRegistered(ACCOUNT.user)).toBe(false);
    await desk.exchange.waitForRegistration(ACCOUNT.user);
  });

  it('gets no answer from a black hole, and one again afterwards', async () => {
    desk.exchange.stopAnswering();
    const before = desk.received('REGISTER');
    await desk.page.evaluate(() => window.phone.register());
    await vi.waitFor(() => expect(desk.received('REGISTER')).toBe(before + 1), PATIENCE);
    const registrations = (await desk.happened()).filter((event) => event === 'registered').length;
    desk.exchange.resumeAnswering();
    const call = await desk.answered(stayingOn);
    expect((await desk.happened()).filter((event) => event === 'registered')).toHaveLength(registrations);
    await call.hangUp();
  });

  it('unregisters', async () => {
    await desk.page.evaluate(() => window.phone.stop());
    await desk.exchange.waitForUnregistration(ACCOUNT.user);
  });
});
