import { expect, test } from 'vitest';
import { describeWith } from '../helpers/need-program.ts';
import { kamailioCallCentre } from '../helpers/telephony/kamailio-call-centre.ts';
import { until } from '../helpers/until.ts';

describeWith(['chromium', 'kamailio', 'rtpengine', 'baresip'], 'an account at Kamailio', () => {
  const callCentre = kamailioCallCentre();

  // The registrar lower-cases the user, in the GRUU that it returns too.
  test.each(['AgentWang', 'agentwang', 'AGENTWANG'])(
    'in mixed case rings for sip:%s, is confirmed at once, and either side can hang up',
    async (dialled) => {
      const [agent, caller] = await Promise.all([
        callCentre().agent({ user: 'AgentWang' }),
        callCentre().phone('caller'),
      ]);
      const over = new Set<string>();
      for (const by of ['caller', 'agent'] as const) {
        caller.command('dial', `sip:${dialled}@127.0.0.1`);
        const { call } = await agent.event('ringing', (event) => !over.has(event.call));
        expect(await agent.command({ type: 'answer', call })).toEqual({ ok: true });
        await agent.hasAudioBothWays();
        // Without the ACK it would be timed out: nothing is sent in an unconfirmed dialog.
        expect(await agent.command({ type: 'hold', call })).toEqual({ ok: true });
        expect(await agent.command({ type: 'resume', call })).toEqual({ ok: true });
        if (by === 'caller') caller.command('hangup');
        else await agent.command({ type: 'hang-up', call });
        const { end } = await agent.event('ended', (event) => event.call === call);
        expect(end).toEqual({ how: 'hung-up', by: by === 'caller' ? 'remote-party' : 'agent' });
        if (by === 'agent') await caller.event('CALL_CLOSED');
        over.add(call);
      }
      expect((await agent.fold()).impossible).toEqual([]);
    },
  );

  test('is registered twice: both ring, and a caller who gives up ends both', async () => {
    const [here, there, caller] = await Promise.all([
      callCentre().agent(),
      callCentre().agent(),
      callCentre().phone('caller'),
    ]);
    caller.command('dial', 'sip:agent@127.0.0.1');
    await Promise.all([here.event('ringing'), there.event('ringing')]);
    caller.command('hangup');
    for (const phone of [here, there]) expect((await phone.event('ended')).end).toEqual({ how: 'given-up' });
  });

  test('is registered twice: one refuses, the other one still rings and answers', async () => {
    const [here, there, caller] = await Promise.all([
      callCentre().agent(),
      callCentre().agent(),
      callCentre().phone('caller'),
    ]);
    caller.command('dial', 'sip:agent@127.0.0.1');
    const [ringsHere, ringsThere] = await Promise.all([here.event('ringing'), there.event('ringing')]);
    await here.command({ type: 'reject', call: ringsHere.call, sipStatus: 486 });
    expect((await here.event('ended')).end).toEqual({ how: 'rejected', sipStatus: 486 });
    expect(await there.command({ type: 'answer', call: ringsThere.call })).toEqual({ ok: true });
    await there.hasAudioBothWays();
  });

  test('a call is refreshed before its session expires (RFC 4028 §7.2), and goes on', async () => {
    const timings = { keepAliveMs: 5_000, answerTimeoutMs: 2_000 };
    // Half of 1800 s, and 400 times shorter.
    const [agent, colleague] = await Promise.all([
      callCentre().agent({ hurry: 400, timings }),
      callCentre().agent({ user: 'colleague', timings }),
    ]);
    expect(await agent.command({ type: 'dial', target: 'colleague' })).toEqual({ ok: true });
    const { call } = await colleague.event('ringing');
    expect(await colleague.command({ type: 'answer', call })).toEqual({ ok: true });
    await agent.event('answered');
    const before = (await agent.page.evaluate(() => window.sourcePhone.requested)).length;
    // By UPDATE, or by re-INVITE where the other side does not say that it knows UPDATE.
    await until('two refreshes', async () => {
      const requested = await agent.page.evaluate(() => window.sourcePhone.requested);
      return requested.slice(before).filter((method) => /UPDATE|INVITE/.test(method)).length >= 2;
    });
    await agent.hasAudioBothWays();
    await colleague.command({ type: 'hang-up', call });
    expect((await agent.event('ended')).end).toEqual({ how: 'hung-up', by: 'remote-party' });
    expect((await agent.fold()).impossible).toEqual([]);
  });
});
