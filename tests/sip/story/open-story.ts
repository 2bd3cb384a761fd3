import type { Page } from 'puppeteer-core';
import { CallPage } from '../../helpers/call-page/call-page.ts';
import type { PageConfig } from '../../helpers/call-page/client.ts';
import { headerValue, tagIn, uriIn } from '../wire/frame.ts';
import { type Handler, RawServer } from '../wire/raw-server.ts';
import { accepts } from '../wire/registrar.ts';
import { answerTo } from '../wire/sdp.ts';
import { loopOptions } from './loop-options.ts';
import { Story } from './story.ts';

export interface StoryOptions {
  /** Answers REGISTER; accepts every one, if not given. */
  readonly registrar?: Handler;
  /** Settings of the phone beside the account. */
  readonly settings?: Partial<PageConfig>;
  /** Changes the server before the phone connects. */
  readonly prepare?: (server: RawServer) => void;
  /** False does not wait for the registration. */
  readonly registers?: boolean;
}

export const PASSWORD = 'practice-1';

/** A raw server, and a phone in `page` that connects to it. */
export async function openStory(page: Page, options: StoryOptions = {}): Promise<Story> {
  const server = await RawServer.open();
  const config: PageConfig = {
    server: server.url,
    domain: 'example.com',
    user: 'agent',
    credentials: { kind: 'password', password: PASSWORD },
    displayName: null,
    iceServers: [],
    iceBudgetMs: 50,
    dtmf: 'rfc4733',
    autoAnswer: false,
    queueTimeHeader: null,
    trustCallerIdentity: true,
    answerOnRequest: false,
    ...options.settings,
  };
  const story = new Story(server, new CallPage(page), config);
  behavesAsUsual(story, options.registrar);
  options.prepare?.(server);
  await page.evaluate((config) => window.sourcePhone.start(config), config);
  if (options.registers ?? true) await story.isRegistered();
  return story;
}

/** What an ordinary server does with the requests of a phone. A test replaces any of it. */
export function behavesAsUsual(story: Story, registrar: Handler = accepts()): void {
  const { server } = story;
  server.handlers.clear();
  const { forward, back } = loopOptions(() => story.address.contact);
  const ok: Handler = (request) => request.reply(200, { toTag: 'server' });
  server.onResponse = back;
  server.handlers.set('REGISTER', registrar);
  server.handlers.set('OPTIONS', forward);
  for (const method of ['BYE', 'INFO', 'NOTIFY', 'MESSAGE', 'SUBSCRIBE']) server.handlers.set(method, ok);
  server.handlers.set('REFER', (request) => request.reply(202, { toTag: 'server' }));
  server.handlers.set('UPDATE', agree);
  server.handlers.set('INVITE', (request) => {
    if (tagIn(headerValue(request, 'to') ?? '') !== undefined) agree(request);
    else story.invited.push(request);
  });
  server.handlers.set('CANCEL', (request) => {
    request.reply(200, { toTag: 'tag-callee' });
    story.invited
      .find((invite) => headerValue(invite, 'call-id') === headerValue(request, 'call-id'))
      ?.reply(487, { toTag: 'tag-callee' });
  });
}

/** Agrees to a new offer inside a call. */
const agree: Handler = (request) => {
  const target = uriIn(headerValue(request, 'to') ?? '');
  request.reply(200, {
    headers: [`Contact: <${target};transport=ws>`],
    ...(request.body === '' ? {} : { body: answerTo(request.body) }),
  });
};
