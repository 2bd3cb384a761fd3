import { expect, test } from 'vitest';
import { findCall } from '../../calls/fold-phone.ts';
import { describeWith } from '../helpers/need-program.ts';
import { kamailioCallCentre } from '../helpers/telephony/kamailio-call-centre.ts';

describeWith(['chromium', 'kamailio', 'rtpengine', 'baresip'], 'two calls through Kamailio', () => {
  const callCentre = kamailioCallCentre();

  test('answering the second holds the first; taking the first back holds the second', async () => {
    const [agent, first, second] = await Promise.all([
      callCentre().agent(),
      callCentre().phone('first'),
      callCentre().phone('second'),
    ]);
    first.command('dial', 'sip:agent@127.0.0.1');
    const one = (await agent.event('ringing')).call;
    await agent.command({ type: 'answer', call: one });
    await agent.event('answered');
    second.command('dial', 'sip:agent@127.0.0.1');
    const two = (await agent.event('ringing', ({ call }) => call !== one)).call;

    expect(await agent.command({ type: 'answer', call: two })).toEqual({ ok: true });
    await agent.event('answered', ({ call }) => call === two);
    const during = (await agent.fold()).phone;
    expect(findCall(during, one)).toMatchObject({
      state: 'established',
      hold: { local: expect.any(Number) },
    });
    expect(findCall(during, two)).toMatchObject({ state: 'established', hold: { local: null } });

    expect(await agent.command({ type: 'resume', call: one })).toEqual({ ok: true });
    await agent.hasAudioBothWays();
    const after = await agent.fold();
    expect(findCall(after.phone, two)).toMatchObject({ hold: { local: expect.any(Number) } });
    expect(findCall(after.phone, one)).toMatchObject({ hold: { local: null } });
    expect(after.impossible).toEqual([]);
  });

  test('both answered at the same moment: one has the floor, the other is held', async () => {
    const [agent, first, second] = await Promise.all([
      callCentre().agent(),
      callCentre().phone('first'),
      callCentre().phone('second'),
    ]);
    first.command('dial', 'sip:agent@127.0.0.1');
    const one = (await agent.event('ringing')).call;
    second.command('dial', 'sip:agent@127.0.0.1');
    const two = (await agent.event('ringing', ({ call }) => call !== one)).call;
    const results = await agent.page.evaluate(
      (calls) => Promise.all(calls.map((call) => window.sourcePhone.command({ type: 'answer', call }))),
      [one, two],
    );
    // The second waits for the first one's answer to be confirmed, or is told that a call is up;
    // never both at once.
    expect(results[0]).toEqual({ ok: true });
    expect((await agent.fold()).impossible).toEqual([]);
  });

  test('the agent joins caller and colleague: they talk, and the agent is out', async () => {
    const [agent, caller, colleague] = await Promise.all([
      callCentre().agent(),
      callCentre().phone('caller'),
      callCentre().phone('colleague'),
    ]);
    caller.command('dial', 'sip:agent@127.0.0.1');
    const one = (await agent.event('ringing')).call;
    await agent.command({ type: 'answer', call: one });
    await agent.hasAudioBothWays();
    expect(await agent.command({ type: 'dial', target: 'colleague' })).toEqual({ ok: true });
    const two = (await agent.event('dialling')).call;
    await agent.event('answered', ({ call }) => call === two);
    await colleague.event('CALL_ESTABLISHED');

    expect(await agent.command({ type: 'transfer-attended', call: one, other: two })).toEqual({ ok: true });
    const end = async (call: string) => (await agent.event('ended', (event) => event.call === call)).end;
    expect(await end(one)).toEqual({ how: 'transferred', target: 'colleague' });
    expect(await end(two)).toEqual({ how: 'transferred', target: 'caller' });
    expect((await agent.fold()).impossible).toEqual([]);
  });

  test('an automatic answer never takes the floor from a call that is up', async () => {
    const [agent, first, second] = await Promise.all([
      callCentre().agent({ autoAnswer: true }),
      callCentre().phone('first'),
      callCentre().phone('second'),
    ]);
    first.command('dial', 'sip:agent@127.0.0.1');
    const one = (await agent.event('answered')).call;
    expect((await agent.event('answering')).by).toBe('auto');
    second.command('dial', 'sip:agent@127.0.0.1');
    const two = (await agent.event('ringing', ({ call }) => call !== one)).call;
    await agent.hasAudioBothWays();
    expect(findCall((await agent.fold()).phone, two)?.state).toBe('ringing');
  });

  test('a call that another window of the same account takes ends here as answered elsewhere', async () => {
    const [here, there, caller] = await Promise.all([
      callCentre().agent(),
      callCentre().agent(),
      callCentre().phone('caller'),
    ]);
    caller.command('dial', 'sip:agent@127.0.0.1');
    const [ringsHere, ringsThere] = await Promise.all([here.event('ringing'), there.event('ringing')]);
    expect(ringsHere.call).toBe(ringsThere.call);
    await there.command({ type: 'answer', call: ringsThere.call });
    expect((await here.event('ended')).end).toEqual({ how: 'answered-elsewhere' });
    await there.hasAudioBothWays();
  });
});
