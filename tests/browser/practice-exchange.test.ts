import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { normalCaller } from '../../practice/scenarios/normal-caller.ts';
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

describe('a call between a stock JsSIP phone in Chromium and the practice exchange', () => {
  it('hears the caller, is heard, and sees the caller hang up', async () => {
    const call = workstation.exchange.ring(normalCaller, ACCOUNT);
    await call.until('ringing');
    expect(await workstation.happened()).toContain('call from 王女士 +8613900001234');
    await workstation.page.evaluate(() => window.phone.answer());
    await call.until('answered');
    expect(await call.waitForAudio()).toBeGreaterThan(0.005);
    await workstation.receivesCallerAudio();
    await call.hangUp();
    await workstation.waitFor('ended remote Terminated');
  });

  it.each(['no-candidates', 'late'] as const)('talks after an INVITE whose offer is %s', async (offer) => {
    const call = await workstation.answered({ ...stayingOn, offer });
    await call.waitForAudio();
    await workstation.receivesCallerAudio();
    await workstation.page.evaluate(() => window.phone.hangUp());
    expect((await call.until('ended')).end).toEqual({ how: 'hung-up', by: 'agent' });
  });

  it('holds and resumes from either side, and nothing is sent to who is not listening', async () => {
    const call = await workstation.answered(stayingOn);
    await call.waitForAudio();
    await workstation.page.evaluate(() => window.phone.hold());
    expect((await call.until('held')).by).toBe('agent');
    await expect(call.waitForAudio({ timeoutMs: 1500 })).rejects.toThrow('Nothing of RMS');
    await workstation.page.evaluate(() => window.phone.unhold());
    expect((await call.until('resumed')).by).toBe('agent');
    await call.waitForAudio();

    expect(await call.hold()).toBe(true);
    expect((await call.until('held', { nth: 2 })).by).toBe('caller');
    expect(await call.resume()).toBe(true);
    await call.waitForAudio();
    await workstation.receivesCallerAudio();
  });

  it('goes on after new ICE credentials', async () => {
    const call = await workstation.answered(stayingOn);
    await call.waitForAudio();
    expect(await call.restartIce()).toBe(true);
    await call.waitForAudio();
    await workstation.receivesCallerAudio();
    await workstation.page.evaluate(() => window.phone.restartIce());
    await vi.waitFor(() => expect(workstation.received('INVITE')).toBe(1), PATIENCE);
    await call.waitForAudio();
    await workstation.receivesCallerAudio();
  });

  it('takes key presses as RFC 4733 events and as INFO', async () => {
    const call = await workstation.answered(stayingOn);
    await call.waitForAudio();
    await workstation.page.evaluate(() => window.phone.sendTones('5#', 'RFC2833'));
    expect(await call.until('dtmf', { nth: 1 })).toMatchObject({ tone: '5', via: 'rfc4733' });
    expect(await call.until('dtmf', { nth: 2 })).toMatchObject({ tone: '#', via: 'rfc4733' });
    await workstation.page.evaluate(() => window.phone.sendTones('7', 'INFO'));
    expect(await call.until('dtmf', { nth: 3 })).toMatchObject({ tone: '7', via: 'info' });
  });

  it('hands a caller over to who answers, and keeps the caller if nobody does or the exchange will not', async () => {
    const call = await workstation.answered(stayingOn);
    await workstation.page.evaluate(() => window.phone.transfer('8002'));
    await workstation.waitFor('refer failed');
    expect((await call.until('transfer-answered')).sipStatus).toBe(486);
    await workstation.page.evaluate(() => window.phone.transfer('8009'));
    await workstation.waitFor('refer requestFailed');
    await workstation.page.evaluate(() => window.phone.transfer('8001'));
    await workstation.waitFor('refer accepted');
    await workstation.page.evaluate(() => window.phone.hangUp());
    expect((await call.until('ended')).end).toEqual({ how: 'transferred', target: '8001' });
  });

  it('joins two calls in an attended transfer', async () => {
    const caller = await workstation.answered(stayingOn);
    await workstation.page.evaluate(() => window.phone.hold());
    await caller.until('held');
    const colleague = await workstation.dial('8001');
    await colleague.until('answered');
    await workstation.page.evaluate(() => window.phone.transferToSecond('8001'));
    expect((await colleague.until('ended')).end).toEqual({ how: 'transferred', target: '8001' });
    await workstation.waitFor('refer accepted');
  });

  it('dials out: answered, busy, taken back', async () => {
    const answers = await workstation.dial('8001');
    await answers.waitForAudio();
    await workstation.receivesCallerAudio();
    await workstation.page.evaluate(() => window.phone.hangUp());
    expect((await answers.until('ended')).end).toEqual({ how: 'hung-up', by: 'agent' });

    const busy = await workstation.dial('8002');
    expect((await busy.until('ended')).end).toEqual({ how: 'rejected', sipStatus: 486 });
    await workstation.waitFor('failed remote Busy');

    const nobody = await workstation.dial('8003');
    await nobody.until('ringing');
    await workstation.page.evaluate(() => window.phone.hangUp());
    expect((await nobody.until('ended')).end).toEqual({ how: 'cancelled' });
  });
});
