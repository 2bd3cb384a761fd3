import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TurnAccount } from '../../calls/sources/turn-account.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type Coturn, startCoturn } from '../helpers/telephony/coturn.ts';
import { kamailioCallCentre } from '../helpers/telephony/kamailio-call-centre.ts';
import { until } from '../helpers/until.ts';

const SECRET = 'shared-with-the-relay';

describeWith(['chromium', 'kamailio', 'rtpengine', 'baresip', 'turnserver'], 'a call through TURN', () => {
  const callCentre = kamailioCallCentre();
  let coturn: { longTerm: Coturn; timeLimited: Coturn };

  beforeAll(async () => {
    const [longTerm, timeLimited] = await Promise.all([
      startCoturn({ account: 'agents:relay-password' }),
      startCoturn({ secret: SECRET }),
    ]);
    coturn = { longTerm, timeLimited };
  });
  afterAll(async () => {
    await Promise.all([coturn?.longTerm.stop(), coturn?.timeLimited.stop()]);
  });

  const account = (credentials: TurnAccount['credentials'], secret: string): TurnAccount => ({
    ...{ user: 'agents', credentials, secret },
    urls: [credentials === 'long-term' ? coturn.longTerm.url : coturn.timeLimited.url],
  });

  test.each([
    ['long-term', 'relay-password'],
    ['time-limited', SECRET],
  ] as const)(
    '%s credentials: with nothing but relayed candidates there is audio both ways',
    async (kind, secret) => {
      const turn = account(kind, secret);
      const agent = await callCentre().agent({ turn, iceTransportPolicy: 'relay' });
      const caller = await callCentre().phone('caller');
      caller.command('dial', 'sip:agent@127.0.0.1');
      const { call } = await agent.event('ringing');
      expect(await agent.command({ type: 'answer', call })).toEqual({ ok: true });
      await agent.event('answered');
      await agent.hasAudioBothWays();
      expect(await agent.page.evaluate(() => window.sourcePhone.localCandidateKind())).toBe('relay');
      expect(await agent.page.evaluate(() => window.sourcePhone.notices)).toEqual([]);
    },
  );

  test.each([
    ['long-term', 'turn-refused'],
    ['time-limited', 'turn-refused'],
  ] as const)('a wrong secret (%s) says so, and does not delay the answer', async (kind, notice) => {
    const agent = await callCentre().agent({ turn: account(kind, 'wrong') });
    await until('the notice', async () =>
      (await agent.page.evaluate(() => window.sourcePhone.notices)).includes(notice),
    );
    const caller = await callCentre().phone('caller');
    caller.command('dial', 'sip:agent@127.0.0.1');
    const { call } = await agent.event('ringing');
    await agent.command({ type: 'answer', call });
    const answering = await agent.event('answering');
    expect((await agent.event('answered')).at - answering.at).toBeLessThan(3_000);
    await agent.hasAudioBothWays();
  });

  test('a dead server says so, and does not delay the answer', async () => {
    const turn = { ...account('time-limited', SECRET), urls: ['turn:127.0.0.1:9?transport=udp'] };
    const agent = await callCentre().agent({ turn });
    await until('the notice', async () =>
      (await agent.page.evaluate(() => window.sourcePhone.notices)).includes('turn-unreachable'),
    );
    const caller = await callCentre().phone('caller');
    caller.command('dial', 'sip:agent@127.0.0.1');
    const { call } = await agent.event('ringing');
    await agent.command({ type: 'answer', call });
    const answering = await agent.event('answering');
    expect((await agent.event('answered')).at - answering.at).toBeLessThan(3_000);
    await agent.hasAudioBothWays();
  });
});
