import { until } from '../../helpers/until.ts';
import type { SipCase } from '../sip-case.ts';
import type { DialledCall } from '../story/dialled-call.ts';
import { openCallee } from '../story/open-callee.ts';
import type { Story } from '../story/story.ts';

type Dialled = DialledCall & { readonly id: string };

/** The last of the events says whether the network is heard, else this phone plays the ring. */
async function reports(story: Story, call: Dialled, isAudible: boolean): Promise<void> {
  await until(`${isAudible ? '' : 'no '}early media`, async () => {
    const rings = (await story.agent.events()).filter(
      (event) => event.type === 'remote-ringing' && event.call === call.id,
    );
    const last = rings.at(-1);
    return last?.type === 'remote-ringing' && last.earlyMedia === isAudible;
  });
}

async function isAnswered(story: Story, call: Dialled, body: string): Promise<void> {
  call.answer({ body });
  await call.arrives('ACK');
  await story.agent.event('answered', (event) => event.call === call.id);
  await story.command({ type: 'hang-up', call: call.id });
  await call.arrives('BYE');
  await story.ended(call.id);
}

/** Networks whose sound before the answer begins, ends and begins again. */
export const EARLY_MEDIA: readonly SipCase[] = [
  {
    name: '183 with early media, which stops, then 180 without SDP: this phone rings, until it is heard again',
    rfc: '3960 3.2',
    async story(story) {
      const call = await story.dials('10086');
      const callee = await openCallee(story, call);
      call.reply(183, { body: callee.sdp });
      await reports(story, call, true);
      callee.stopsSending();
      call.reply(180);
      await reports(story, call, false);
      callee.speaks();
      await reports(story, call, true);
      await isAnswered(story, call, callee.sdp);
    },
  },
  {
    name: '180, then 183 with early media that goes silent: this phone rings, until it is heard again',
    rfc: '3960 3.2',
    async story(story) {
      const call = await story.dials('10086');
      const callee = await openCallee(story, call);
      call.reply(180);
      await reports(story, call, false);
      call.reply(183, { body: callee.sdp });
      await reports(story, call, true);
      callee.isSilent();
      await reports(story, call, false);
      callee.speaks();
      await reports(story, call, true);
      await isAnswered(story, call, callee.sdp);
    },
  },
];
