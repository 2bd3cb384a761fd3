import { expect } from 'vitest';
import type { SipCase } from '../sip-case.ts';
import { headerValue } from '../wire/frame.ts';

const MIN_SE = 'Min-SE: 3600';

/** 422 Session Interval Too Small: sent once more with what the server wants. */
export const SESSION_INTERVALS: readonly SipCase[] = [
  {
    name: 'an INVITE meets 422',
    rfc: '4028 7.3',
    async story(story) {
      const first = await story.dials('10086');
      first.reply(422, { headers: [MIN_SE] });
      const second = await story.redials(first);
      expect(headerValue(second.invite, 'session-expires')).toMatch(/^3600\b/);
      expect(headerValue(second.invite, 'min-se')).toBe('3600');
      second.answer();
      await second.arrives('ACK');
      await story.agent.event('answered', ({ call }) => call === first.id);
      await story.command({ type: 'hang-up', call: first.id });
      await second.arrives('BYE');
    },
  },
  {
    name: 'an INVITE meets 422 twice: the call ends, with a reason',
    rfc: '4028 7.3',
    async story(story) {
      const first = await story.dials('10086');
      first.reply(422, { headers: [MIN_SE] });
      const second = await story.redials(first);
      second.reply(422, { headers: ['Min-SE: 7200'] });
      expect((await story.ended(first.id)).end).toMatchObject({ how: 'refused', sipStatus: 422 });
    },
  },
  {
    name: 'a re-INVITE meets 422: the hold is agreed to all the same',
    rfc: '4028 7.3',
    async story(story) {
      const call = await story.talks();
      const usual = story.server.handlers.get('INVITE');
      story.server.handlers.set('INVITE', (request) => {
        if (headerValue(request, 'min-se') === '3600') usual?.(request);
        else request.reply(422, { toTag: 'server', headers: [MIN_SE] });
      });
      expect(await story.command({ type: 'hold', call: call.ringing.call })).toEqual({ ok: true });
      expect(await story.command({ type: 'resume', call: call.ringing.call })).toEqual({ ok: true });
      await story.hangsUp(call);
    },
  },
];
