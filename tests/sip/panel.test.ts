import { afterAll, beforeAll, expect, test } from 'vitest';
import { CallPage } from '../helpers/call-page/call-page.ts';
import { type ExtensionChromium, launchChromium } from '../helpers/extension-chromium.ts';
import { describeWith } from '../helpers/need-program.ts';
import { type PanelScreen, panelScreen } from '../helpers/panel-screen.ts';
import { setUpAgent } from '../helpers/set-up-agent.ts';
import { behavesAsUsual } from './story/open-story.ts';
import { Story } from './story/story.ts';
import { statusOf } from './wire/frame.ts';
import { RawServer } from './wire/raw-server.ts';
import { G729_ONLY, webrtcSdp } from './wire/sdp.ts';

const ACCOUNT = { user: '0283', domain: 'example.com' };

/** The real extension with the real side panel, at the raw server. */
describeWith(['chromium'], 'what the agent sees when servers do anything', () => {
  let server: RawServer;
  let chromium: ExtensionChromium;
  let story: Story;
  let screen: PanelScreen;

  beforeAll(async () => {
    server = await RawServer.open();
    chromium = await launchChromium();
    const options = await chromium.openPage('options.html');
    story = new Story(server, new CallPage(options), ACCOUNT);
    behavesAsUsual(story);
    await setUpAgent(options, {
      passphrase: 'a passphrase for practice',
      sipServer: server.url,
      sipDomain: ACCOUNT.domain,
      sipUser: ACCOUNT.user,
      password: 'for-practice-only',
    });
    const panel = await chromium.openPanel();
    screen = panelScreen(panel);
    await screen.appears('.status-line--ready');
  });
  afterAll(async () => {
    await chromium?.close();
    await server?.close();
  });

  /** An ordinary call, from the ring to the end of the wrap-up. */
  async function nextCall(): Promise<void> {
    const call = story.invites();
    await call.rings();
    await screen.answers();
    await call.isAnswered();
    await call.bye().status(200);
    await screen.appears('.wrap-up-panel');
    await screen.finishes();
    await screen.appears('.status-line--ready');
  }

  test('an ordinary call rings, is answered and ends', nextCall);

  test('hold is refused by 488, and BYE comes at once: the call ends, and the next one is answered', async () => {
    const call = story.invites();
    await call.rings();
    await screen.answers();
    await call.isAnswered();
    server.handlers.set('INVITE', (request) => {
      request.reply(488, { toTag: 'server' });
      call.bye();
    });
    // The first press shows how to ask the caller; the second one holds.
    await screen.presses('.call-controls ::-p-text(保持)');
    await screen.presses('.call-controls ::-p-text(保持)');
    await screen.appears('.wrap-up-panel');
    behavesAsUsual(story);
    await screen.finishes();
    await nextCall();
  });

  test('an offer without a common codec is refused at once, and the next call is answered', async () => {
    expect(statusOf(await story.invites({ body: G729_ONLY }).invite.final())).toBe(488);
    await nextCall();
  });

  test('an offer without our codec in a call leaves the call as it is', async () => {
    const call = story.invites();
    await call.rings();
    await screen.answers();
    await call.isAnswered();
    await call.reinvite(G729_ONLY);
    expect(await screen.isThere('.wrap-up-panel')).toBe(false);
    expect(statusOf(await call.reinvite(webrtcSdp()))).toBe(200);
    await call.bye().status(200);
    await screen.appears('.wrap-up-panel');
    await screen.finishes();
    await nextCall();
  });

  test('the number of a tel URI with parameters is shown without them', async () => {
    const call = story.invites({ from: '<tel:+8613900001234;cpc=ordinary>;tag=p1' });
    await call.rings();
    await screen.shows('.call-card__number', /139 \*{4} 1234(?!.*cpc)/);
    await call.cancel().status(200);
    await screen.gone('.ring-dial');
    await nextCall();
  });

  test('the connection is reset in a call: the panel says so, and green comes back', async () => {
    const before = server.links.length;
    server.link.cut();
    await server.until('new connection', () => (server.links.length > before ? true : undefined));
    await screen.appears('.status-line--ready');
    await nextCall();
  });
});
