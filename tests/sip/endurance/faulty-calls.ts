import { setTimeout as pause } from 'node:timers/promises';
import { behavesAsUsual } from '../story/open-story.ts';
import type { RawCall } from '../story/raw-call.ts';
import type { Story } from '../story/story.ts';
import { G729_ONLY, T38, webrtcSdp } from '../wire/sdp.ts';
import type { Random } from './random.ts';

type Fault = (story: Story, call: RawCall, random: Random) => void;

/** Things that go wrong at any moment of a call. */
const FAULTS: readonly [name: string, fault: Fault][] = [
  ['the connection is reset', (story) => story.server.link.cut()],
  ['the connection is closed', (story) => story.server.link.close()],
  [
    'the server is silent',
    (story) => {
      story.server.link.silent = true;
    },
  ],
  [
    'CANCEL',
    (_story, call) => {
      call.cancel();
    },
  ],
  [
    'BYE',
    (_story, call) => {
      call.bye();
    },
  ],
  [
    'CANCEL and BYE',
    (_story, call) => {
      call.cancel();
      call.bye();
    },
  ],
  [
    'an offer without our codec',
    (_story, call) => {
      call.request('INVITE', { body: G729_ONLY });
    },
  ],
  [
    'a fax',
    (_story, call) => {
      call.request('INVITE', { body: T38 });
    },
  ],
  [
    'a new offer',
    (_story, call) => {
      call.request('INVITE', { body: webrtcSdp() });
    },
  ],
  [
    'UPDATE',
    (_story, call) => {
      call.request('UPDATE', { body: webrtcSdp() });
    },
  ],
  ['a frame that is none', (story) => story.send('INVITE sip:x SIP/2.0\r\n\r\n')],
  ['bytes', (story, _call, random) => story.send(Uint8Array.from({ length: 200 }, () => random.below(256)))],
  ['an ACK of nothing', (_story, call) => call.ack({ cseq: '99 ACK' })],
  [
    'another caller, who gives up',
    (story) => {
      story.invites().cancel();
    },
  ],
  ['nothing', () => {}],
];

/** What the server does with a re-INVITE of the phone. */
const REOFFERS: readonly [name: string, react: (story: Story, call: RawCall) => void][] = [
  ['agrees', () => {}],
  [
    '488',
    (story) => story.server.handlers.set('INVITE', (request) => request.reply(488, { toTag: 'server' })),
  ],
  [
    '488 and BYE',
    (story, call) =>
      story.server.handlers.set('INVITE', (request) => {
        request.reply(488, { toTag: 'server' });
        call.bye();
      }),
  ],
  [
    '491',
    (story) => story.server.handlers.set('INVITE', (request) => request.reply(491, { toTag: 'server' })),
  ],
  ['silence', (story) => story.server.handlers.delete('INVITE')],
  ['200 without an answer', (story) => story.server.handlers.set('INVITE', (request) => request.reply(200))],
];

type Path = (story: Story, call: RawCall, id: () => Promise<string | undefined>) => Promise<void>;

/** What the agent does meanwhile. */
const PATHS: readonly [name: string, path: Path][] = [
  ['lets it ring', async () => {}],
  ['rejects', async (story, _call, id) => run(story, 'reject', await id())],
  ['answers', async (story, _call, id) => run(story, 'answer', await id())],
  [
    'answers and holds',
    async (story, call, id) => {
      await run(story, 'answer', await id());
      call.ack();
      await run(story, 'hold', await id());
    },
  ],
  [
    'answers, holds and resumes',
    async (story, call, id) => {
      await run(story, 'answer', await id());
      call.ack();
      await run(story, 'hold', await id());
      await run(story, 'resume', await id());
    },
  ],
  [
    'answers and hangs up',
    async (story, call, id) => {
      await run(story, 'answer', await id());
      call.ack();
      await run(story, 'hang-up', await id());
    },
  ],
];

async function run(
  story: Story,
  type: 'answer' | 'reject' | 'hold' | 'resume' | 'hang-up',
  id?: string,
): Promise<void> {
  if (id === undefined) return;
  await story.command(type === 'reject' ? { type, call: id, sipStatus: 486 } : { type, call: id });
}

/** One call with a fault at a random moment. Returns what was done, for the report of a failure. */
export async function faultyCall(story: Story, random: Random): Promise<string> {
  const [fault, path, reoffer] = [FAULTS, PATHS, REOFFERS].map(({ length }) => random.below(length));
  const [faultName, breaks] = FAULTS[fault ?? 0] ?? ['', () => {}];
  const [pathName, walks] = PATHS[path ?? 0] ?? ['', async () => {}];
  const [reofferName, reacts] = REOFFERS[reoffer ?? 0] ?? ['', () => {}];
  const delayMs = random.below(120);
  const known = (await story.agent.events()).length;
  const call = story.invites();
  reacts(story, call);
  const id = async () => {
    await Promise.race([call.invite.atLeast(180), pause(1_000)]).catch(() => {});
    const rung = (await story.agent.events()).slice(known).find((event) => event.type === 'ringing');
    return rung?.type === 'ringing' ? rung.call : undefined;
  };
  const walked = walks(story, call, id);
  await pause(delayMs);
  breaks(story, call, random);
  await walked;
  return `${pathName}; after ${delayMs} ms: ${faultName}; a re-INVITE meets ${reofferName}`;
}

/** Ends whatever is left, as an agent would, and restores the server. */
export async function tidiesUp(story: Story): Promise<void> {
  behavesAsUsual(story);
  if (story.server.link.silent) story.server.link.cut();
  await story.isRegistered();
  for (const { id, state } of (await story.agent.fold()).phone.calls) {
    if (state === 'ringing') await story.command({ type: 'reject', call: id, sipStatus: 486 });
    else if (state !== 'ended') await story.command({ type: 'hang-up', call: id });
  }
}
