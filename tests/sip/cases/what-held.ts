import { rawCase, type SipCase } from '../sip-case.ts';

export const ORDINARY: readonly SipCase[] = [
  rawCase({
    name: 'an ordinary call',
    rfc: '3261 13.3.1',
    sends: {},
    mustAnswer: 'ring',
    agentSees: { remoteParty: { number: '13900000001', displayName: null } },
  }),
  {
    name: 'the caller cancels',
    rfc: '3261 9.2',
    async story(story) {
      const call = await story.rings();
      await call.cancel().status(200);
      await call.invite.status(487);
      call.ack();
    },
  },
  {
    name: 'the agent dials, talks and hangs up',
    rfc: '3261 13.2',
    async story(story) {
      const call = await story.dials('10086');
      call.reply(180);
      call.answer();
      await call.arrives('ACK');
      await story.agent.event('answered', (event) => event.call === call.id);
      await story.command({ type: 'hang-up', call: call.id });
      await call.arrives('BYE');
    },
  },
  {
    name: 'hold',
    rfc: '3264 8.4',
    async story(story) {
      const call = await story.talks();
      await story.command({ type: 'hold', call: call.ringing.call });
      await story.hangsUp(call);
    },
  },
];
