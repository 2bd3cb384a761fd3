import { expect, test } from 'vitest';
import type { JournalEvent } from '../../calls/journal-entry.ts';
import type { BackgroundRequest } from '../../contract/messages/background-request.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings/settings.ts';
import { ScreenPop } from '../../phone-host/call/screen-pop.ts';
import { handClock } from '../helpers/hand-clock.ts';
import { FakeStream } from './fake-stream.ts';

const PAGE = 'https://crm.example.com/?tel={number}&name={name}&order={order}&agent={agent}';

/** The pages that are opened while the journal grows. */
function popped(settings: Partial<Settings>, known: { name?: string; order?: string } = {}) {
  const journal = new FakeStream();
  const clock = handClock();
  const opened: { readonly url: string; readonly inFront: boolean }[] = [];
  const pop = new ScreenPop({
    journal,
    settings: { value: { ...DEFAULT_SETTINGS, agentNumber: '0283', screenPopPage: PAGE, ...settings } },
    nameOf: () => known.name ?? '',
    orderOf: () => known.order ?? '',
    ask: async (request: BackgroundRequest) => {
      if (request.kind === 'screen-pop') opened.push({ url: request.url, inFront: request.inFront });
    },
    clock,
  });
  void pop.start();
  return { journal, clock, opened, pop, known };
}

const ringing = (number: string, call = 'a'): JournalEvent => ({
  ...{ type: 'ringing', call, at: 1000, queuedMs: null },
  remoteParty: { number, displayName: null },
});
const CALLER = ringing('+8613900002244');
const NAMED: JournalEvent = { type: 'caller-named', call: 'a', at: 1040, surname: '王', title: 'ms' };
const ANSWERED: JournalEvent = { type: 'answered', call: 'a', at: 3000 };
const GIVEN_UP: JournalEvent = { type: 'ended', call: 'a', at: 1300, end: { how: 'given-up' } };

test('at the ring the page is opened behind, with what is known, and once a call', () => {
  const { journal, opened, known, clock } = popped({ screenPopAt: 'ring' }, { order: '3-261130-AF-12' });
  journal.record('sip', CALLER);
  expect(opened).toEqual([]);
  known.name = '王';
  journal.record('host', NAMED);
  clock.pass(5_000);
  journal.record('sip', ANSWERED);
  const url = 'https://crm.example.com/?tel=%2B8613900002244&name=%E7%8E%8B&order=3-261130-AF-12&agent=0283';
  expect(opened).toEqual([{ url, inFront: false }]);
});

test('a caller of whom nothing is known is not waited for longer than a second', () => {
  const { journal, opened, clock } = popped({ screenPopAt: 'ring' });
  journal.record('sip', CALLER);
  clock.pass(1_000);
  expect(opened).toHaveLength(1);
});

test('at the answer it comes to the front', () => {
  const { journal, opened, clock } = popped({ screenPopAt: 'answer' });
  journal.record('sip', CALLER);
  clock.pass(10_000);
  expect(opened).toEqual([]);
  journal.record('sip', ANSWERED);
  expect(opened.map(({ inFront }) => inFront)).toEqual([true]);
});

test.each<[string, Partial<Settings>, readonly JournalEvent[]]>([
  ['without consent', { screenPopAt: 'off' }, [CALLER, NAMED, ANSWERED]],
  ['without an address', { screenPopAt: 'ring', screenPopPage: '' }, [CALLER, NAMED]],
  ['for a withheld number', { screenPopAt: 'ring' }, [ringing('anonymous'), NAMED]],
  ['for a caller who gave up at once', { screenPopAt: 'ring' }, [CALLER, GIVEN_UP]],
])('nothing is opened %s', (_when, settings, events) => {
  const { journal, opened, clock } = popped(settings);
  for (const event of events) journal.record('sip', event);
  clock.pass(10_000);
  expect(opened).toEqual([]);
});

test('a host that stops opens nothing later', () => {
  const { journal, opened, clock, pop } = popped({ screenPopAt: 'ring' });
  journal.record('sip', CALLER);
  pop.stop();
  clock.pass(10_000);
  expect(opened).toEqual([]);
});
