import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallEvent } from '../../calls/call-event.ts';
import type { TeamContact } from '../../calls/vocabulary/team-contact.ts';
import { ContactFinder } from '../../phone-host/server/contact-finder.ts';
import { FakeStream } from './fake-stream.ts';

const SERVER = { server: 'https://team.example.com', token: 'token' };
const CONTACT: TeamContact = { at: 1, category: 'complaint', outcome: 'unsettled', by: '0517' };
const CALLER = '+8613900001234';
const party = (number: string, displayName: string | null = null) => ({ number, displayName });

let asked: unknown[];
let answers: (() => Promise<Response>)[];
let waits: (() => void)[];
let journal: FakeStream;
let finder: ContactFinder;

beforeEach(() => {
  asked = [];
  answers = [];
  waits = [];
  vi.stubGlobal('fetch', async (_: URL, { body }: { readonly body: string }) => {
    asked.push(JSON.parse(body));
    return (await answers.shift()?.()) ?? Response.json({ contacts: [CONTACT] });
  });
  journal = new FakeStream();
  const clock = {
    after: (_: number, task: () => void) => {
      waits.push(task);
      return () => {};
    },
  };
  finder = new ContactFinder({ journal, now: () => 9, clock });
  finder.start();
  finder.use(SERVER);
});
afterEach(() => {
  finder.stop();
  vi.unstubAllGlobals();
});

function happens(...events: readonly CallEvent[]): void {
  for (const event of events) journal.record('sip', event);
}
const rings = (number = CALLER, call = 'a'): CallEvent => ({
  ...{ type: 'ringing', call, at: 1, remoteParty: party(number), queuedMs: null },
});
const changes = (number: string, displayName: string | null = null): CallEvent => ({
  ...{ type: 'remote-party-changed', call: 'a', at: 3, remoteParty: party(number, displayName) },
});
const ended: CallEvent = { type: 'ended', call: 'a', at: 4, end: { how: 'given-up' } };
const found = () => journal.recorded.filter(({ type }) => type === 'contacts-found');
/** Answers that come when they are let go; each request gets one of its own. */
function heldAnswers() {
  const letGo: (() => void)[] = [];
  const answer = () =>
    new Promise<Response>((resolve) => {
      letGo.push(() => resolve(Response.json({ contacts: [CONTACT] })));
    });
  return { answer, letGo };
}
/** Every answer that was sent has been read. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('asks at the ring, for the number of this call, and records the answer', async () => {
  happens(rings());
  expect(asked).toEqual([{ number: CALLER, call: 'a' }]);
  const event = { type: 'contacts-found', call: 'a', at: 9, contacts: [CONTACT] };
  await vi.waitFor(() => expect(found()).toEqual([event]));
});

test('records the entry of the contact list too, also where there was no contact', async () => {
  const customer = { surname: '王', title: 'ms', vip: true, remarks: '爱用全名' };
  answers = [async () => Response.json({ contacts: [], customer })];
  happens(rings());
  const event = { type: 'customer-found', call: 'a', at: 9, ...customer };
  await vi.waitFor(() => expect(journal.recorded).toContainEqual(event));
  expect(found()).toEqual([]);
  happens(changes(CALLER, '王'));
  expect(journal.recorded.filter(({ type }) => type === 'customer-found')).toHaveLength(2);
  happens(changes('anonymous'), changes(CALLER));
  await vi.waitFor(() => expect(found()).toHaveLength(1));
  expect(journal.recorded.filter(({ type }) => type === 'customer-found')).toHaveLength(2);
});

test.each(['anonymous', '', 'reception'])('asks for no number that is not shown: %j', (number) => {
  happens(rings(number));
  expect(asked).toEqual([]);
});

test('asks nothing without a team', () => {
  finder.use(null);
  happens(rings());
  expect(asked).toEqual([]);
});

test('gives up quietly when offline, refused, or after five seconds', async () => {
  answers = [
    () => Promise.reject(new TypeError('offline')),
    async () => Response.json({ reason: 'too-many', detail: null }, { status: 429 }),
    async () => Response.json({ contacts: [{ ...CONTACT, text: '冰箱' }] }),
  ];
  for (const call of ['a', 'b', 'c']) happens(rings(CALLER, call));
  await settled();
  await settled();
  const late = heldAnswers();
  answers = [late.answer];
  happens(rings(CALLER, 'd'));
  for (const wait of waits) wait();
  for (const go of late.letGo) go();
  await settled();
  await settled();
  expect(asked).toHaveLength(4);
  expect(found()).toEqual([]);
});

test('an answer for a call that is over, or for the number before, is dropped', async () => {
  const late = heldAnswers();
  answers = [late.answer, late.answer];
  happens(rings(), ended, rings(CALLER, 'b'));
  happens({ type: 'remote-party-changed', call: 'b', at: 3, remoteParty: party('anonymous') });
  for (const go of late.letGo) go();
  await settled();
  await settled();
  expect(found()).toEqual([]);
});

test('a caller whom the phone system names later is asked for; another name alone keeps the contacts', async () => {
  happens(rings('8001'), { type: 'answered', call: 'a', at: 2 }, changes(CALLER));
  expect(asked).toMatchObject([{ number: '8001' }, { number: CALLER }]);
  await vi.waitFor(() => expect(found()).toHaveLength(1));
  happens(changes(CALLER, '王'));
  expect(found()).toHaveLength(2);
  expect(asked).toHaveLength(2);
});

test('asks for the number of an outbound call too: who is called may have spoken to colleagues', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ contacts: [CONTACT] }));
  happens({ type: 'dialling', call: 'a', at: 1, remoteParty: party(CALLER) });
  await vi.waitFor(() => expect(found()).toMatchObject([{ call: 'a', contacts: [CONTACT] }]));
});
