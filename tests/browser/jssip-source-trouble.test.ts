import { expect, test } from 'vitest';
import type { PracticeCall } from '../../practice/call/practice-call.ts';
import type { CallPage } from '../helpers/call-page/call-page.ts';
import { describeWith } from '../helpers/need-program.ts';
import { patientCaller, practiceCallCentre } from '../helpers/practice-call-centre.ts';
import { until } from '../helpers/until.ts';

describeWith(['chromium'], 'the JsSIP source in trouble', () => {
  const callCentre = practiceCallCentre();
  const to = { user: 'agent' };

  async function talking(agent: CallPage): Promise<{ call: string; far: PracticeCall }> {
    const far = callCentre().exchange.ring(patientCaller(), to);
    const { call } = await agent.event('ringing');
    await agent.command({ type: 'answer', call });
    await agent.event('answered');
    await far.until('media-connected');
    return { call, far };
  }

  test('without a microphone the answer is refused; the call rings on and can be answered later', async () => {
    const agent = await callCentre().agent();
    callCentre().exchange.ring(patientCaller(), to);
    const { call } = await agent.event('ringing');
    for (const reason of ['microphone-denied', 'no-microphone'] as const) {
      await agent.page.evaluate((state) => {
        window.sourcePhone.microphone = state;
      }, reason);
      expect(await agent.command({ type: 'answer', call })).toEqual({ ok: false, reason });
    }
    expect((await agent.fold()).phone.calls[0]?.state).toBe('ringing');
    await agent.page.evaluate(() => {
      window.sourcePhone.microphone = 'open';
    });
    expect(await agent.command({ type: 'answer', call })).toEqual({ ok: true });
    await agent.event('answered');
    // A second press does nothing.
    expect(await agent.command({ type: 'answer', call })).toEqual({ ok: true });
    expect((await agent.events()).filter(({ type }) => type === 'answered')).toHaveLength(1);
  });

  test('a headset unplugged in a call is replaced: the caller hears the agent again', async () => {
    const agent = await callCentre().agent();
    const { far } = await talking(agent);
    await far.waitForAudio();
    await agent.page.evaluate(() => window.sourcePhone.unplugMicrophone());
    await far.waitForAudio();
    expect(await agent.page.evaluate(() => window.sourcePhone.problems)).toEqual([]);
  });

  test('the network changes during a call: a new path is offered, and both sides have audio again', async () => {
    const agent = await callCentre().agent();
    const { far } = await talking(agent);
    const credentials = () => agent.page.evaluate(() => window.sourcePhone.iceUserFragment());
    const before = await credentials();
    await agent.page.evaluate(() => window.sourcePhone.cutMedia());
    await until('new ICE credentials', async () => (await credentials()) !== before);
    await far.waitForAudio();
    await agent.hasAudioBothWays();
    expect((await agent.fold()).impossible).toEqual([]);
  });

  test('a connection cut in a call: the call goes on, the phone registers again and can be hung up from both sides', async () => {
    for (const side of ['agent', 'caller'] as const) {
      const agent = await callCentre().agent();
      const { call, far } = await talking(agent);
      const { at } = await agent.event('registered');
      callCentre().exchange.cutConnections();
      expect((await agent.event('registration-lost')).cause).toBe('network');
      await agent.hasAudioBothWays();
      await agent.event('registered', (event) => event.at > at, 30_000);
      if (side === 'agent') await agent.command({ type: 'hang-up', call });
      else await far.hangUp();
      expect((await agent.event('ended')).end).toMatchObject({ how: 'hung-up' });
      await far.until('ended');
      expect((await agent.fold()).impossible).toEqual([]);
      await agent.close();
    }
  });

  test('a connection cut at the ring ends the ring as failed, not as missed or refused', async () => {
    const agent = await callCentre().agent();
    callCentre().exchange.ring(patientCaller(), to);
    const { call } = await agent.event('ringing');
    callCentre().exchange.cutConnections();
    expect((await agent.event('ended')).end).toMatchObject({ how: 'failed', cause: 'connection-lost' });
    expect(await agent.command({ type: 'answer', call })).toEqual({ ok: false, reason: 'no-such-call' });
  });

  test('a server that accepts frames and never answers is detected, and a new connection opened', async () => {
    const agent = await callCentre().agent({ timings: { keepAliveMs: 300, answerTimeoutMs: 500 } });
    callCentre().exchange.stopAnswering();
    expect((await agent.event('registration-lost')).cause).toBe('stale');
    const { at } = await agent.event('registration-lost');
    callCentre().exchange.resumeAnswering();
    await agent.event('registered', (event) => event.at > at, 30_000);
  });

  test('waking up checks the registration at once', async () => {
    const agent = await callCentre().agent();
    const before = await agent.page.evaluate(() => window.sourcePhone.lastConfirmedAt());
    await agent.page.evaluate(() => window.sourcePhone.wake());
    await until('a fresh answer', async () => {
      const now = await agent.page.evaluate(() => window.sourcePhone.lastConfirmedAt());
      return (now ?? 0) > (before ?? 0);
    });
  });

  test('nobody answers a hold: it is refused after a while, and the call stays up', async () => {
    const agent = await callCentre().agent();
    const { call } = await talking(agent);
    callCentre().exchange.stopAnswering();
    expect(await agent.command({ type: 'hold', call })).toEqual({ ok: false, reason: 'hold-refused' });
    expect((await agent.fold()).phone.calls[0]?.state).toBe('established');
  });

  test('a stopped source ends its calls and unregisters', async () => {
    const agent = await callCentre().agent();
    const { far } = await talking(agent);
    await agent.page.evaluate(() => window.sourcePhone.stop());
    expect((await agent.event('ended')).end).toEqual({ how: 'hung-up', by: 'agent' });
    expect((await agent.event('registration-lost')).cause).toBe('stopped');
    await far.until('ended');
    await callCentre().exchange.waitForUnregistration('agent');
  });
});
