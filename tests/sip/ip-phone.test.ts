import { afterAll, expect, test } from 'vitest';
import { dialogInfo } from '../calls/sources/dialog-events/dialog-info.ts';
import { describeWith } from '../helpers/need-program.ts';
import { sipPages } from './sip-browser.ts';
import { openStory } from './story/open-story.ts';
import type { Story } from './story/story.ts';
import { headerValue, statusOf, tagIn, uriIn } from './wire/frame.ts';
import type { ArrivedRequest } from './wire/raw-server.ts';

const NOTIFIER = 'notifier';
const CALL = 'call-id="phone-1" direction="recipient"';
const CALLER = '<remote><identity>sip:13900001234@example.com</identity></remote>';

/** Over a real registration, as a server with a dialog event package answers it (RFC 4235). */
describeWith(['chromium'], 'a desk phone that the server reports', () => {
  const openPage = sipPages();
  let story: Story | undefined;
  afterAll(() => story?.close());

  test('its calls are seen, and calls to our own account do not ring', async () => {
    const subscribes: ArrivedRequest[] = [];
    const opened = await openStory(await openPage(), {
      settings: { ipPhone: 'sip:8001@example.com' },
      registers: false,
      prepare: (server) =>
        server.handlers.set('SUBSCRIBE', (request) => {
          subscribes.push(request);
          request.reply(200, { toTag: NOTIFIER, headers: ['Expires: 600', 'Contact: <sip:8001@192.0.2.9>'] });
        }),
    });
    story = opened;
    await opened.agent.event('registered', () => true);
    const [subscribe] = subscribes;
    if (subscribe === undefined) throw new Error('No SUBSCRIBE.');
    expect(uriIn(headerValue(subscribe, 'contact') ?? '')).toBe(opened.address.contact);
    let cseq = 0;
    const notify = async (body: string) => {
      cseq += 1;
      const answer = await opened
        .request({
          method: 'NOTIFY',
          callId: headerValue(subscribe, 'call-id') ?? '',
          cseq: `${cseq} NOTIFY`,
          from: `<sip:8001@example.com>;tag=${NOTIFIER}`,
          to: `<sip:agent@example.com>;tag=${tagIn(headerValue(subscribe, 'from') ?? '')}`,
          headers: ['Event: dialog', 'Subscription-State: active;expires=600'],
          contentType: 'application/dialog-info+xml',
          body,
        })
        .final();
      expect(statusOf(answer)).toBe(200);
    };
    await notify(dialogInfo(0, 'full'));
    await notify(dialogInfo(1, 'partial', [{ attributes: CALL, state: 'early', more: CALLER }]));
    const { call, remoteParty } = await opened.agent.event('ringing', () => true);
    expect(remoteParty.number).toBe('13900001234');
    expect(statusOf(await opened.invites().invite.final())).toBe(480);
    expect(await opened.command({ type: 'answer', call })).toEqual({ ok: false, reason: 'watch-only' });
    await notify(dialogInfo(2, 'partial', [{ attributes: CALL, state: 'confirmed' }]));
    await opened.agent.event('answered', (event) => event.call === call);
    await notify(
      dialogInfo(3, 'partial', [{ attributes: CALL, state: '<state event="remote-bye">terminated</state>' }]),
    );
    expect((await opened.ended(call)).end).toEqual({ how: 'hung-up', by: 'remote-party' });
    const seen = (await opened.agent.events()).map(({ type }) => type);
    expect(seen).toEqual(['registered', 'ringing', 'answered', 'ended']);
    expect(opened.errors).toEqual([]);
  });
});
