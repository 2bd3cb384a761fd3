import { expect } from 'vitest';
import { until } from '../../helpers/until.ts';
import type { SipCase } from '../sip-case.ts';
import type { DialledCall } from '../story/dialled-call.ts';
import { newCertificate, openCallee } from '../story/open-callee.ts';
import type { Story } from '../story/story.ts';

/** The most that an agent sits in a call without audio and without its end, ms. */
const LIMIT_MS = 5_000;

async function hasEnded(story: Story, id: string): Promise<boolean> {
  return (await story.agent.events()).some((event) => event.type === 'ended' && event.call === id);
}

/** Both sides get packets of the other from now on, or the call ends with its reason in time. */
async function talksOrEnds(
  story: Story,
  call: DialledCall & { readonly id: string },
  callee: { received(): number },
): Promise<'talks' | 'ends'> {
  const [before, { packetsReceived }] = [
    callee.received(),
    await story.agent.page.evaluate(() => window.sourcePhone.energy()),
  ];
  const talks = async () => {
    const now = await story.agent.page.evaluate(() => window.sourcePhone.energy());
    return callee.received() > before + 10 && now.packetsReceived > packetsReceived + 10;
  };
  const answered = await story.agent.event('answered', (event) => event.call === call.id);
  let outcome: 'talks' | 'ends' | null = null;
  await until('audio, or a clear end', async () => {
    if (await hasEnded(story, call.id)) outcome = 'ends';
    else if (await talks()) outcome = 'talks';
    return outcome !== null;
  });
  if (outcome === 'ends') {
    const { end, at } = await story.ended(call.id);
    expect(at - answered.at).toBeLessThan(LIMIT_MS);
    expect(end).toMatchObject({ how: 'broken', cause: 'media-failed' });
    return 'ends';
  }
  return 'talks';
}

async function isOver(story: Story, call: DialledCall & { readonly id: string }, branch: string) {
  if (!(await hasEnded(story, call.id))) await story.command({ type: 'hang-up', call: call.id });
  await call.arrives('BYE', branch);
  await story.ended(call.id);
}

export const FORKS_WITH_AUDIO: readonly SipCase[] = [
  {
    name: 'one callee sends 183 and then 200: both hear each other',
    rfc: '3960 3',
    async story(story) {
      const call = await story.dials('10086');
      const callee = await openCallee(story, call);
      call.reply(183, { body: callee.sdp });
      await story.agent.event('remote-ringing', (event) => event.call === call.id && event.earlyMedia);
      call.answer({ body: callee.sdp });
      await call.arrives('ACK');
      expect(await talksOrEnds(story, call, callee)).toBe('talks');
      await isOver(story, call, 'callee');
    },
  },
  ...(['its own DTLS', 'the same certificate'] as const).flatMap((dtls) =>
    ([false, true] as const).map(
      (leaves): SipCase => ({
        name: `183 of one callee ${leaves ? 'who leaves' : 'who goes on'}, 200 of another with ${dtls}: audio or a clear end`,
        rfc: '3261 13.2.2.4',
        async story(story) {
          const call = await story.dials('10086');
          const certificate = dtls === 'the same certificate' ? await newCertificate() : null;
          const first = await openCallee(story, call, certificate);
          const second = await openCallee(story, call, certificate);
          call.reply(183, { branch: 'first', body: first.sdp });
          await until('early media flows', first.isConnected);
          await story.agent.event('remote-ringing', (event) => event.call === call.id && event.earlyMedia);
          if (leaves) await first.leaves();
          call.answer({ branch: 'second', body: second.sdp });
          await call.arrives('ACK', 'second');
          await talksOrEnds(story, call, second);
          await isOver(story, call, 'second');
        },
      }),
    ),
  ),
  {
    name: '183 of two callees and 200 of the second: audio or a clear end',
    rfc: '3261 13.2.2.4',
    async story(story) {
      const call = await story.dials('10086');
      const [first, second] = [await openCallee(story, call), await openCallee(story, call)];
      call.reply(183, { branch: 'first', body: first.sdp });
      call.reply(183, { branch: 'second', body: second.sdp });
      await until('early media flows', () => first.isConnected() || second.isConnected());
      call.answer({ branch: 'second', body: second.sdp });
      await call.arrives('ACK', 'second');
      await talksOrEnds(story, call, second);
      await isOver(story, call, 'second');
    },
  },
];
