import { expect, it } from 'vitest';
import type { CallEvent, PhoneEvent } from '../../calls/call-event.ts';
import { PageTap } from '../../content-scripts/softphone/page-tap.ts';
import { leg } from '../calls/sources/tap/page-frames.ts';
import { handClock } from '../helpers/hand-clock.ts';

function tapStory() {
  const clock = handClock();
  const events: (CallEvent | PhoneEvent)[] = [];
  let signalled = 0;
  const tap = new PageTap({
    now: () => clock.now(),
    after: (ms, task) => clock.after(ms, task),
    report: (more) => events.push(...more),
    onSignalling: () => {
      signalled += 1;
    },
  });
  return { clock, tap, events, signalled: () => signalled };
}

const CALL = leg();

it('reads after the page has gone on, and reports what only time brings', async () => {
  const { clock, tap, events, signalled } = tapStory();
  tap.receive({ direction: 'received', text: CALL.request('remote', 'INVITE', 1, { early: true }) });
  expect(signalled()).toBe(0);
  await Promise.resolve();
  expect(signalled()).toBe(1);
  expect(events).toEqual([]);
  clock.pass(500);
  expect(events.map(({ type }) => type)).toEqual(['ringing']);
});

it('leaves out what a page sends beyond the limits, and reads again afterwards', async () => {
  const { clock, tap, events } = tapStory();
  const invite = (at: number) => leg({ callId: `call-${at}` }).request('agent', 'INVITE', 1, { early: true });
  for (let at = 0; at < 5000; at += 1) tap.receive({ direction: 'sent', text: invite(at) });
  await Promise.resolve();
  expect(events.filter(({ type }) => type === 'dialling')).toHaveLength(200);
  clock.pass(60_000);
  tap.receive({ direction: 'sent', text: invite(9999) });
  await Promise.resolve();
  expect(events.some((event) => event.type === 'dialling' && event.call === 'call-9999')).toBe(true);
});

it('says of its calls nothing but events: no credentials, no message', async () => {
  const { tap, events } = tapStory();
  const lines = ['Authorization: Digest username="1001", response="0123456789abcdef"'];
  tap.receive({ direction: 'sent', text: CALL.request('agent', 'INVITE', 1, { early: true, lines }) });
  await Promise.resolve();
  expect(JSON.stringify(events)).not.toMatch(/Digest|SIP\/2\.0|0123456789abcdef/);
});
