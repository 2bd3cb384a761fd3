import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { header } from '../../calls/sources/sip/message.ts';
import { type Exchange, startExchange } from '../../practice/exchange.ts';
import { loadAudio } from '../../practice/load-audio.ts';
import { scenario } from '../../practice/scenario.ts';
import { answeredElsewhere } from '../../practice/scenarios/answered-elsewhere.ts';
import { longRing } from '../../practice/scenarios/long-ring.ts';
import { type NodePhone, openNodePhone } from '../helpers/node-phone.ts';

const ACCOUNT = { user: '1001', password: 'practice-1001' };
const VOICE = loadAudio('callee-greeting');

let exchange: Exchange;
let phone: NodePhone;

beforeEach(async () => {
  exchange = await startExchange({ users: [ACCOUNT] });
  phone = await openNodePhone({ ...ACCOUNT, url: exchange.url, domain: exchange.domain });
});

afterEach(async () => {
  phone.close();
  await exchange.stop();
});

describe('a practice caller and a phone in Node', () => {
  it('listens to the agent, says its sentence and hangs up', async () => {
    await phone.register();
    phone.answerNext(VOICE);
    const polite = scenario({
      id: 'polite',
      title: 'One sentence',
      caller: { number: '+8613900001234', displayName: '王女士' },
      onAnswer: [
        { do: 'listen', atMostMs: 10_000 },
        { do: 'speak', audio: 'can-you-hear' },
        { do: 'hang-up' },
      ],
    });
    const call = exchange.ring(polite, ACCOUNT);
    expect((await call.until('ended', { timeoutMs: 20_000 })).end).toEqual({ how: 'hung-up', by: 'caller' });
    expect(call.timeline().map(({ type }) => type)).toEqual([
      ...['invited', 'ringing', 'answered', 'media-connected'],
      ...['step-done', 'step-done', 'ended'],
    ]);
    expect(call.received().packets).toBeGreaterThan(25);
    expect(phone.listener.received().peakRms).toBeGreaterThan(0.01);
    await expect.poll(() => phone.requests.map(({ method }) => method)).toEqual(['INVITE', 'ACK', 'BYE']);
  }, 30_000);

  it('passes the time in the queue on, and hears the agent hang up', async () => {
    await phone.register();
    phone.answerNext(VOICE, 300);
    const call = exchange.ring(longRing, ACCOUNT);
    await call.until('media-connected');
    const invite = phone.requests.find(({ method }) => method === 'INVITE');
    expect(invite && header(invite, 'x-queue-time')).toBe('95');
    expect(await phone.hangUp()).toBe(200);
    expect((await call.until('ended')).end).toEqual({ how: 'hung-up', by: 'agent' });
  });

  it('falls silent without a packet when the path breaks, and comes back', async () => {
    await phone.register();
    phone.answerNext(VOICE);
    const call = exchange.ring(longRing, ACCOUNT);
    const packets = () => phone.listener.received().packets;
    await expect.poll(packets, { timeout: 10_000 }).toBeGreaterThan(10);
    call.stopRtp();
    const arrived = packets();
    await call.waitForAudio();
    expect(packets()).toBeLessThan(arrived + 5);
    call.resumeRtp();
    await expect.poll(packets, { timeout: 10_000 }).toBeGreaterThan(arrived + 10);
  });

  it('takes frames into a black hole, and answers again when told to', async () => {
    await phone.register();
    exchange.stopAnswering();
    const unanswered = phone.register();
    await expect.poll(() => exchange.requests.length).toBe(3);
    exchange.resumeAnswering();
    phone.answerNext(VOICE);
    await exchange.ring(longRing, ACCOUNT).until('answered');
    phone.close();
    await expect(unanswered).rejects.toThrow('connection-lost');
  });

  it('says with its CANCEL that another phone took the call', async () => {
    await phone.register();
    phone.answerNext(VOICE, 60_000);
    const call = exchange.ring(answeredElsewhere, ACCOUNT);
    await call.until('ringing');
    await expect
      .poll(() => phone.requests.map(({ method }) => method), { timeout: 5000 })
      .toContain('CANCEL');
    const cancel = phone.requests.find(({ method }) => method === 'CANCEL');
    expect(cancel && header(cancel, 'reason')).toBe('SIP;cause=200;text="Call completed elsewhere"');
  });

  it('speaks SHA-256 when told to, registers, refreshes and unregisters', async () => {
    const modern = await startExchange({ users: [ACCOUNT], digest: 'SHA-256' });
    const newer = await openNodePhone({ ...ACCOUNT, url: modern.url, domain: modern.domain });
    try {
      const granted = await newer.register({ algorithm: 'SHA-256', expires: 120 });
      expect(header(granted, 'contact')).toMatch(/;expires=120$/);
      expect((await newer.register({ algorithm: 'SHA-256' })).status).toBe(200);
      expect(modern.isRegistered(ACCOUNT.user)).toBe(true);
      expect((await newer.register({ algorithm: 'SHA-256', expires: 0 })).status).toBe(200);
      expect(modern.isRegistered(ACCOUNT.user)).toBe(false);
    } finally {
      newer.close();
      await modern.stop();
    }
  });

  it('keeps out a wrong password', async () => {
    const thief = await openNodePhone({
      ...ACCOUNT,
      password: 'guess',
      url: exchange.url,
      domain: exchange.domain,
    });
    expect((await thief.register()).status).toBe(401);
    expect(exchange.isRegistered(ACCOUNT.user)).toBe(false);
    thief.close();
  });

  it('cannot ring who is not there', () => {
    expect(() => exchange.ring(longRing, ACCOUNT)).toThrow('1001 is not registered');
  });
});
