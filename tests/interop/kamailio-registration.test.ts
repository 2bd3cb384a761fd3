import { expect, test } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { kamailioCallCentre } from '../helpers/telephony/kamailio-call-centre.ts';
import { until } from '../helpers/until.ts';

describeWith(['chromium', 'kamailio', 'rtpengine', 'baresip'], 'a registration with Kamailio', () => {
  const callCentre = kamailioCallCentre();

  test('is lost with the registrar and comes back with it', async () => {
    const agent = await callCentre().agent();
    const first = await agent.event('registered');
    await callCentre().kamailio.kill();
    expect((await agent.event('registration-lost')).cause).toBe('network');
    await callCentre().kamailio.start();
    await agent.event('registered', ({ at }) => at > first.at, 30_000);
    const caller = await callCentre().phone('caller');
    caller.command('dial', 'sip:agent@127.0.0.1');
    await agent.event('ringing');
  });

  test('is renewed by the keep-alive, each answer moving the time of proof', async () => {
    const agent = await callCentre().agent({ timings: { keepAliveMs: 300, answerTimeoutMs: 2_000 } });
    const first = await agent.page.evaluate(() => window.sourcePhone.lastConfirmedAt());
    await until('two more answers', async () => {
      const last = await agent.page.evaluate(() => window.sourcePhone.lastConfirmedAt());
      return (last ?? 0) - (first ?? 0) > 600;
    });
    expect((await agent.events()).map(({ type }) => type)).toEqual(['registered']);
  });

  test('with a wrong password is refused, once, and not tried again', async () => {
    const agent = await callCentre().agent({
      credentials: { kind: 'password', password: 'wrong' },
      timings: { keepAliveMs: 100, answerTimeoutMs: 100 },
    });
    expect((await agent.event('registration-lost')).cause).toBe('refused');
    expect(await agent.command({ type: 'dial', target: 'anybody' })).toEqual({
      ok: false,
      reason: 'not-registered',
    });
  });

  test('works with HA1 and its realm in place of the password', async () => {
    const { createHash } = await import('node:crypto');
    const { PASSWORD } = await import('../helpers/telephony/kamailio.ts');
    const ha1 = createHash('md5').update(`agent:127.0.0.1:${PASSWORD}`).digest('hex');
    const agent = await callCentre().agent({ credentials: { kind: 'ha1', ha1, realm: '127.0.0.1' } });
    await agent.event('registered');
  });

  test('outlives frames that are not SIP', async () => {
    const agent = await callCentre().agent();
    const frames = [
      '',
      '\r\n\r\n',
      'INVITE',
      'INVITE sip:agent@x SIP/2.0\r\nFrom: <\r\n\r\n',
      `\u0000${'A: b\r\n'.repeat(5_000)}`,
    ];
    await agent.page.evaluate((all) => {
      for (const frame of all) window.sourcePhone.deliver(frame);
    }, frames);
    const caller = await callCentre().phone('caller');
    caller.command('dial', 'sip:agent@127.0.0.1');
    await agent.event('ringing');
  });

  test('lost in a call does not end the call: audio goes on, and a hang-up is said when the server is back', async () => {
    const [agent, caller] = await Promise.all([callCentre().agent(), callCentre().phone('caller')]);
    caller.command('dial', 'sip:agent@127.0.0.1');
    const { call } = await agent.event('ringing');
    await agent.command({ type: 'answer', call });
    await agent.event('answered');
    await agent.hasAudioBothWays();
    await callCentre().kamailio.kill();
    await agent.event('registration-lost');
    await agent.hasAudioBothWays();
    expect(await agent.command({ type: 'hang-up', call })).toEqual({ ok: true });
    expect((await agent.event('ended')).end).toEqual({ how: 'hung-up', by: 'agent' });
    await callCentre().kamailio.start();
    await caller.event('CALL_CLOSED');
    expect((await agent.fold()).impossible).toEqual([]);
  });

  // Last in its file: the media relay does not come back.
  test('stands while the media of a call is lost: the call ends as failed, not as hung up', async () => {
    const [agent, caller] = await Promise.all([callCentre().agent(), callCentre().phone('caller')]);
    caller.command('dial', 'sip:agent@127.0.0.1');
    const { call } = await agent.event('ringing');
    await agent.command({ type: 'answer', call });
    await agent.hasAudioBothWays();
    await callCentre().kamailio.killMedia();
    const { end } = await agent.event('ended', () => true, 45_000);
    expect(end).toEqual({ how: 'broken', cause: 'media-lost', sipStatus: null });
    expect((await agent.fold()).phone.registration.state).toBe('registered');
  });
});
