import { expect, test } from 'vitest';
import { startStun } from '../../bench/helpers/ring/stun-server.ts';
import type { PracticeCall } from '../../practice/call/practice-call.ts';
import type { CallPage } from '../helpers/call-page/call-page.ts';
import { describeWith } from '../helpers/need-program.ts';
import { patientCaller, practiceCallCentre } from '../helpers/practice-call-centre.ts';

describeWith(['chromium'], 'calls of the JsSIP source', () => {
  const callCentre = practiceCallCentre();
  const to = { user: 'agent' };

  async function talking(
    agent: CallPage,
    caller = patientCaller(),
  ): Promise<{ call: string; far: PracticeCall }> {
    const far = callCentre().exchange.ring(caller, to);
    const { call } = await agent.event('ringing');
    expect(await agent.command({ type: 'answer', call })).toEqual({ ok: true });
    await agent.event('answered', (event) => event.call === call);
    await far.until('media-connected');
    return { call, far };
  }

  test('the caller is reported as sent, with markup, and with the time in the queue', async () => {
    const agent = await callCentre().agent();
    const displayName = '<img src=x onerror=alert(1)> "王" \\ 女士';
    callCentre().exchange.ring(
      patientCaller({
        caller: { number: 'anonymous', displayName },
        headers: { 'X-Queue-Time': '95' },
      }),
      to,
    );
    expect(await agent.event('ringing')).toMatchObject({
      remoteParty: { number: 'anonymous', displayName },
      queuedMs: 95_000,
    });
  });

  test('an offer in the 200 (late SDP) and an offer without candidates are both answered with audio', async () => {
    const agent = await callCentre().agent();
    const over = new Set<string>();
    for (const offer of ['late', 'no-candidates'] as const) {
      const far = callCentre().exchange.ring(patientCaller({ offer }), to);
      const { call } = await agent.event('ringing', (event) => !over.has(event.call));
      await agent.command({ type: 'answer', call });
      await far.until('media-connected');
      await agent.hasAudioBothWays();
      await far.hangUp();
      await agent.event('ended', (event) => event.call === call);
      over.add(call);
    }
  });

  test.each(['no-candidates', 'late'] as const)(
    'a silent STUN server delays the answer by the budget, not by 40 s (%s)',
    async (offer) => {
      const stun = await startStun('silent');
      const agent = await callCentre().agent({ iceServers: [{ urls: stun.url }], iceBudgetMs: 80 });
      const { call } = await talking(agent, patientCaller({ offer }));
      const answering = await agent.event('answering');
      const answered = await agent.event('answered');
      expect(answered.at - answering.at).toBeLessThan(5_000);
      // A re-INVITE that comes while the browser gathers is answered at once too.
      expect(await agent.command({ type: 'hold', call })).toEqual({ ok: true });
      stun.close();
    },
  );

  test('a hold that the other side refuses leaves the call as it was, and the next one works', async () => {
    const agent = await callCentre().agent();
    const { call, far } = await talking(agent);
    await agent.page.evaluate(() => window.sourcePhone.spoilNextOffer());
    expect(await agent.command({ type: 'hold', call })).toEqual({
      ok: false,
      reason: 'hold-refused',
      sipStatus: 488,
    });
    await agent.hasAudioBothWays();
    expect(await agent.command({ type: 'hold', call })).toEqual({ ok: true });
    await far.until('held');
    expect(await agent.command({ type: 'hold', call })).toEqual({ ok: true });
    expect(await agent.command({ type: 'resume', call })).toEqual({ ok: true });
    await far.until('resumed');
    const { impossible, phone } = await agent.fold();
    expect(impossible).toEqual([]);
    expect(phone.calls[0]).toMatchObject({ state: 'established', hold: { local: null } });
  });

  test('the caller holds and resumes', async () => {
    const agent = await callCentre().agent();
    const { far } = await talking(agent);
    expect(await far.hold()).toBe(true);
    expect((await agent.event('held')).holdOriginator).toBe('remote');
    expect(await far.resume()).toBe(true);
    expect((await agent.event('resumed')).holdOriginator).toBe('remote');
  });

  test('tones are sent in the audio or by INFO, as set', async () => {
    for (const dtmf of ['rfc4733', 'info'] as const) {
      const agent = await callCentre().agent({ dtmf });
      const { call, far } = await talking(agent);
      await agent.hasAudioBothWays();
      expect(await agent.command({ type: 'send-dtmf', call, tones: '5#' })).toEqual({ ok: true });
      expect(await far.until('dtmf')).toMatchObject({ tone: '5', via: dtmf });
      expect(await far.until('dtmf', { nth: 2 })).toMatchObject({ tone: '#' });
      await agent.close();
    }
  });

  test('two callers are connected: both calls end as transferred', async () => {
    const agent = await callCentre().agent();
    const first = await talking(agent);
    expect(await agent.command({ type: 'dial', target: '8001' })).toEqual({ ok: true });
    const second = await agent.event('dialling');
    await agent.event('answered', ({ call }) => call === second.call);
    expect(await agent.command({ type: 'transfer-attended', call: first.call, other: second.call })).toEqual({
      ok: true,
    });
    const end = async (call: string) => (await agent.event('ended', (event) => event.call === call)).end;
    expect(await end(first.call)).toEqual({ how: 'transferred', target: '8001' });
    expect(await end(second.call)).toEqual({ how: 'transferred', target: '+8613900000001' });
    expect(await first.far.until('transfer-asked')).toMatchObject({ kind: 'attended' });
    expect((await agent.fold()).impossible).toEqual([]);
  });

  test('the other side transfers the agent: the new call replaces the old one', async () => {
    const agent = await callCentre().agent();
    const { call, far } = await talking(agent);
    const successor = callCentre().exchange.ring(
      patientCaller({ headers: { Replaces: far.replaces() } }),
      to,
    );
    const { call: next } = await agent.event('ringing', (event) => event.call !== call);
    await agent.event('answered', (event) => event.call === next);
    await successor.until('media-connected');
    const { end } = await agent.event('ended', (event) => event.call === call);
    expect(end).toEqual({ how: 'hung-up', by: 'remote-party' });
    await far.until('ended');
    await agent.hasAudioBothWays();
    expect((await agent.fold()).impossible).toEqual([]);
  });

  test('a transfer that the party or its target refuses leaves the call up', async () => {
    const agent = await callCentre().agent();
    const { call } = await talking(agent);
    const refused = await agent.command({ type: 'transfer-blind', call, target: '8009' });
    expect(refused).toEqual({ ok: false, reason: 'refused-by-remote', sipStatus: 403 });
    expect(await agent.command({ type: 'transfer-blind', call, target: '8002' })).toEqual({ ok: true });
    await agent.event('transfer-failed', ({ sipStatus }) => sipStatus === 486);
    await agent.hasAudioBothWays();
    expect((await agent.fold()).impossible).toEqual([]);
  });

  test('the agent cancels an own call before it is answered', async () => {
    const agent = await callCentre().agent();
    await agent.command({ type: 'dial', target: '8003' });
    const { call } = await agent.event('remote-ringing');
    expect(await agent.command({ type: 'hang-up', call })).toEqual({ ok: true });
    expect((await agent.event('ended')).end).toEqual({ how: 'cancelled' });
  });
});
