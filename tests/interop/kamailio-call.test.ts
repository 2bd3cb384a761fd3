import { expect, test } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { kamailioCallCentre } from '../helpers/telephony/kamailio-call-centre.ts';
import { until } from '../helpers/until.ts';

describeWith(['chromium', 'kamailio', 'rtpengine', 'baresip'], 'one call through Kamailio', () => {
  const callCentre = kamailioCallCentre();

  test('rings, is answered with audio both ways, and ends when the caller hangs up', async () => {
    const [agent, caller] = await Promise.all([callCentre().agent(), callCentre().phone('caller')]);
    caller.command('dial', 'sip:agent@127.0.0.1');
    const { call, remoteParty } = await agent.event('ringing');
    expect(remoteParty).toEqual({ number: 'caller', displayName: null });
    expect(await agent.command({ type: 'answer', call })).toEqual({ ok: true });
    await agent.event('answered');
    await agent.hasAudioBothWays();
    caller.command('hangup');
    expect((await agent.event('ended')).end).toEqual({ how: 'hung-up', by: 'remote-party' });
    expect((await agent.fold()).impossible).toEqual([]);
    expect(await agent.page.evaluate(() => window.sourcePhone.released)).toEqual([call]);
  });

  test('is held and taken back: no audio while held, audio again after', async () => {
    const [agent, caller] = await Promise.all([callCentre().agent(), callCentre().phone('caller')]);
    caller.command('dial', 'sip:agent@127.0.0.1');
    const { call } = await agent.event('ringing');
    await agent.command({ type: 'answer', call });
    await agent.event('answered');
    await agent.hasAudioBothWays();

    expect(await agent.command({ type: 'hold', call })).toEqual({ ok: true });
    expect((await agent.event('held')).holdOriginator).toBe('local');
    // A packet comes every 20 ms.
    await until(
      'the caller has stopped sending',
      async () => (await agent.page.evaluate(() => window.sourcePhone.silentMs())) > 200,
    );

    expect(await agent.command({ type: 'resume', call })).toEqual({ ok: true });
    await agent.hasAudioBothWays();
    expect(await agent.command({ type: 'mute', call })).toEqual({ ok: true });
    await agent.event('muted');
    expect(await agent.command({ type: 'send-dtmf', call, tones: '1#' })).toEqual({ ok: true });
    expect(await agent.command({ type: 'send-dtmf', call, tones: 'x' })).toEqual({
      ok: false,
      reason: 'bad-tones',
    });
    await agent.command({ type: 'hang-up', call });
    expect((await agent.event('ended')).end).toEqual({ how: 'hung-up', by: 'agent' });
    await caller.event('CALL_CLOSED');
    expect((await agent.fold()).impossible).toEqual([]);
  });

  test('is handed over blind: the agent is out, the caller talks to the colleague', async () => {
    const [agent, caller, colleague] = await Promise.all([
      callCentre().agent(),
      callCentre().phone('caller'),
      callCentre().phone('colleague'),
    ]);
    caller.command('dial', 'sip:agent@127.0.0.1');
    const { call } = await agent.event('ringing');
    await agent.command({ type: 'answer', call });
    await agent.event('answered');
    expect(await agent.command({ type: 'transfer-blind', call, target: 'colleague' })).toEqual({ ok: true });
    await agent.event('transfer-started');
    expect((await agent.event('ended')).end).toEqual({ how: 'transferred', target: 'colleague' });
    await colleague.event('CALL_ESTABLISHED');
    expect((await agent.fold()).impossible).toEqual([]);
  });

  test('comes back when the handover fails', async () => {
    const [agent, caller] = await Promise.all([callCentre().agent(), callCentre().phone('caller')]);
    caller.command('dial', 'sip:agent@127.0.0.1');
    const { call } = await agent.event('ringing');
    await agent.command({ type: 'answer', call });
    await agent.event('answered');
    await agent.command({ type: 'transfer-blind', call, target: 'nobody' });
    expect((await agent.event('transfer-failed')).sipStatus).toBe(480);
    const { phone, impossible } = await agent.fold();
    expect(phone.calls[0]).toMatchObject({ state: 'established', transfer: { state: 'failed' } });
    expect(impossible).toEqual([]);
  });

  test('is refused with the status the agent chose', async () => {
    const [agent, caller] = await Promise.all([callCentre().agent(), callCentre().phone('caller')]);
    caller.command('dial', 'sip:agent@127.0.0.1');
    const { call } = await agent.event('ringing');
    expect(await agent.command({ type: 'reject', call, sipStatus: 603 })).toEqual({ ok: true });
    expect((await agent.event('ended')).end).toEqual({ how: 'rejected', sipStatus: 603 });
    await caller.event('CALL_CLOSED');
  });

  test('is given up by the caller', async () => {
    const [agent, caller] = await Promise.all([callCentre().agent(), callCentre().phone('caller')]);
    caller.command('dial', 'sip:agent@127.0.0.1');
    await agent.event('ringing');
    caller.command('hangup');
    expect((await agent.event('ended')).end).toEqual({ how: 'given-up' });
  });

  test('is dialled by the agent, rings, is answered and hung up', async () => {
    const [agent] = await Promise.all([callCentre().agent(), callCentre().phone('customer')]);
    expect(await agent.command({ type: 'dial', target: 'customer' })).toEqual({ ok: true });
    const { call } = await agent.event('dialling');
    await agent.event('answered');
    await agent.hasAudioBothWays();
    await agent.command({ type: 'hang-up', call });
    expect((await agent.event('ended')).end).toEqual({ how: 'hung-up', by: 'agent' });
    expect(await agent.command({ type: 'dial', target: 'nobody' })).toEqual({ ok: true });
    const refused = await agent.event('ended', (event) => event.call !== call);
    expect(refused.end).toMatchObject({ how: 'refused', sipStatus: 480 });
    expect((await agent.fold()).impossible).toEqual([]);
  });
});
