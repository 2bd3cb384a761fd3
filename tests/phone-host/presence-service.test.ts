import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { NewHelpRequest } from '../../contract/api/presence/help-request.ts';
import {
  type HelpState,
  PRESENCE_CHANNEL,
  type PresenceMessage,
} from '../../contract/messages/presence-message.ts';
import { PresenceService } from '../../phone-host/server/presence-service.ts';
import { FakeStream } from './fake-stream.ts';

const REQUEST: NewHelpRequest = {
  ...{ id: 'b3b0c9be-6f0e-4b64-9a53-0a1a2c7c7c11', call: 'call-1', at: 1 },
  ...{ why: 'abuse', summary: '骂人' },
};

let answers: Response[];
let asked: string[];
let service: PresenceService;
let panel: BroadcastChannel;
let states: HelpState['help'][];
let journal: FakeStream;
let now: number;

beforeEach(() => {
  now = 7_200_000;
  journal = new FakeStream();
  answers = [];
  asked = [];
  states = [];
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.pathname);
    return url.pathname === '/v1/help' ? (answers.shift() ?? Response.error()) : Response.json({});
  });
  panel = new BroadcastChannel(PRESENCE_CHANNEL);
  panel.onmessage = ({ data }: MessageEvent<PresenceMessage>) => {
    if (data.kind === 'state') states.push(data.state.help);
  };
  const shift = { wrapsUp: () => false };
  service = new PresenceService({
    journal,
    rules: { situation: () => null },
    shift,
    now: () => now,
  });
  service.start();
  service.use({ server: 'https://team.example.com', token: 'token' });
});
afterEach(() => {
  service.stop();
  panel.close();
  vi.unstubAllGlobals();
});

const refusal = (status: number, reason: string) => Response.json({ reason, detail: null }, { status });

test.each([
  ['malformed', 400, 'content'],
  ['conflict', 409, 'content'],
  ['too-large', 413, 'content'],
  ['signed-out', 401, 'signed-out'],
  ['not-allowed', 403, 'not-allowed'],
  ['server-older', 409, 'version'],
  ['extension-older', 426, 'version'],
])(
  'a help request that is refused as %s is said to be refused at once, and not sent again',
  async (reason, status, why) => {
    answers.push(refusal(status, reason));
    panel.postMessage({ kind: 'ask-help', request: REQUEST } satisfies PresenceMessage);
    await vi.waitFor(() => expect(states.at(-1)).toEqual({ status: 'refused', request: REQUEST, why }));
    panel.postMessage({ kind: 'help-over', id: REQUEST.id } satisfies PresenceMessage);
    await vi.waitFor(() => expect(states.at(-1)).toEqual({ status: 'none' }));
    expect(asked.filter((path) => path.startsWith('/v1/help'))).toEqual(['/v1/help']);
  },
);

test('one that the server could not take now stays on its way', async () => {
  answers.push(refusal(503, 'unavailable'));
  panel.postMessage({ kind: 'ask-help', request: REQUEST } satisfies PresenceMessage);
  await vi.waitFor(() => expect(asked).toContain('/v1/help'));
  await vi.waitFor(() => expect(states.at(-1)).toEqual({ status: 'sending', request: REQUEST }));
});

test('what was pasted is sent as it is', async () => {
  const bodies: unknown[] = [];
  vi.stubGlobal('fetch', async (url: URL, { body }: { readonly body: string }) => {
    if (url.pathname === '/v1/help') bodies.push(JSON.parse(body));
    return refusal(503, 'unavailable');
  });
  const request = { ...REQUEST, summary: '骂\u0000人\ud83d' };
  panel.postMessage({ kind: 'ask-help', request } satisfies PresenceMessage);
  await vi.waitFor(() => expect(bodies).toEqual([request]));
});

test('too many calls for help: the agent is told at once, and it is sent again after the wait', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const headers = { 'retry-after': '20' };
    answers.push(Response.json({ reason: 'too-many', detail: null }, { status: 429, headers }));
    answers.push(
      Response.json({ ...REQUEST, agent: '0283', acknowledged: null, overAt: null }, { status: 200 }),
    );
    panel.postMessage({ kind: 'ask-help', request: REQUEST } satisfies PresenceMessage);
    const refused = { status: 'refused', request: REQUEST, why: 'too-many' };
    await vi.waitFor(() => expect(states.at(-1)).toEqual(refused));
    const sent = () => asked.filter((path) => path === '/v1/help').length;
    vi.advanceTimersByTime(19_000);
    expect(sent()).toBe(1);
    vi.advanceTimersByTime(1_000);
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ status: 'asked' }));
    expect(sent()).toBe(2);
  } finally {
    vi.useRealTimers();
  }
});

test('a call for help is replaced by no other one: it stays on its way, whatever the server says', async () => {
  const forged = { ...REQUEST, agent: '0283', acknowledged: null, overAt: null, call: 'call-9' };
  const other = { ...forged, id: crypto.randomUUID() };
  answers.push(Response.json(other), Response.json(forged));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    panel.postMessage({ kind: 'ask-help', request: REQUEST } satisfies PresenceMessage);
    const sent = () => asked.filter((path) => path === '/v1/help').length;
    await vi.waitFor(() => expect(sent()).toBe(1));
    service.receive({ request: other }, '0283');
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
    expect(states.at(-1)).toEqual({ status: 'sending', request: REQUEST });
    vi.advanceTimersByTime(3_000);
    await vi.waitFor(() => expect(sent()).toBe(2));
    // The call of the request is the agent's, not what the server makes of it.
    await vi.waitFor(() => expect(states.at(-1)).toMatchObject({ status: 'asked', request: REQUEST }));
  } finally {
    vi.useRealTimers();
  }
});

test('an unchanged state is repeated in time, also after the clock was set back', () => {
  const reports = () => asked.filter((path) => !path.startsWith('/v1/help')).length;
  const isRead = () => journal.record('jssip', { type: 'registered', at: now });
  const first = reports();
  expect(first).toBe(1);
  now += 1_000;
  isRead();
  expect(reports()).toBe(1);
  now -= 3_600_000;
  isRead();
  expect(reports()).toBe(2);
});

test('an agent whose only call is on hold is in that call still', () => {
  const bodies: unknown[] = [];
  vi.stubGlobal('fetch', async (_url: URL, { body }: { readonly body: string }) => {
    bodies.push(JSON.parse(body));
    return Response.json({});
  });
  const remoteParty = { number: '+8613900001234', displayName: null };
  const of = (call: string) => ({ call, at: now });
  journal.record('jssip', { type: 'ringing', ...of('a'), remoteParty, queuedMs: null });
  journal.record('jssip', { type: 'answering', ...of('a'), by: 'agent' });
  journal.record('jssip', { type: 'answered', ...of('a') });
  journal.record('jssip', { type: 'held', ...of('a'), holdOriginator: 'local' });
  expect(bodies.at(-1)).toMatchObject({ state: 'in-call', call: 'a' });
  journal.record('jssip', { type: 'ended', ...of('a'), end: { how: 'hung-up', by: 'remote-party' } });
  expect(bodies.at(-1)).toMatchObject({ state: 'present' });
});
