import { describe, expect, test } from 'vitest';
import { RFC_MESSAGES } from '../../../sip/rfc/rfc-messages.ts';
import { RFC4475_VALID } from '../../../sip/rfc/rfc4475-valid.ts';
import { leg, readerStory } from './page-frames.ts';

/** Longer than any ring that a page shows. */
const ALL_TIMERS_MS = 400_000;

/** Those of the RFC's list of valid messages that begin a dialog. */
const VALID_INVITES = RFC4475_VALID.filter(
  ({ text }) => /^INVITE /.test(text) && !/^(?:to|t)\s*:[^\r]*(?:\r\n[ \t][^\r]*)*;\s*tag\s*=/im.test(text),
);

describe.each(['sent', 'received'] as const)('the messages of RFC 4475 and RFC 5118 as frames, %s', (way) => {
  test.each(RFC_MESSAGES)('$name ($rfc)', ({ text, name }) => {
    const story = readerStory();
    story[way](text);
    story[way](text);
    story.pass(ALL_TIMERS_MS);
    expect(story.impossible).toEqual([]);
    // Nothing stays up of a single message, and the next call rings.
    expect(story.shown().filter((shown) => shown === 'answered')).toEqual([]);
    const next = leg({ callId: `after-${name}` });
    story.received(next.request('remote', 'INVITE', 1, { early: true }));
    story.sent(next.response('remote', 180, 'INVITE', 1));
    story.pass(100);
    expect(story.events.at(-1)).toMatchObject({ type: 'ringing', call: `after-${name}` });
  });
});

test.each(VALID_INVITES)('$name ($rfc), an INVITE that is odd and valid, is a call', ({ text }) => {
  const story = readerStory();
  story.received(text);
  story.pass(1000);
  expect(story.events.map(({ type }) => type)).toContain('ringing');
});
