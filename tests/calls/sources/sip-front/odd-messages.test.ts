import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { times } from '../../../helpers/soak.ts';
import { mustBeAnswered } from '../../../sip/mutants/must-be-answered.ts';
import { mutant } from '../../../sip/mutants/mutate.ts';
import { seeds } from '../../../sip/mutants/seeds.ts';
import { RFC_MESSAGES } from '../../../sip/rfc/rfc-messages.ts';
import { cseqOf, headerValue, readFrame, statusOf } from '../../../sip/wire/frame.ts';
import { frameOf, frontStory, INVITE, OFFER } from './front-story.ts';

/** Longer than any transaction may stay without a final answer (RFC 3261 §17, 64 × T1). */
const ALL_TIMERS_MS = 300_000;

type FrontStory = ReturnType<typeof frontStory>;

/** The final answers that the server got to a request. */
function finals(story: FrontStory, request: string): readonly number[] {
  const asked = readFrame(request);
  return story.toServer
    .map((text) => readFrame(text))
    .filter(
      (frame) =>
        headerValue(frame, 'call-id') === headerValue(asked, 'call-id') &&
        cseqOf(frame).number === cseqOf(asked).number,
    )
    .flatMap((frame) => statusOf(frame) ?? [])
    .filter((status) => status >= 200);
}

/** An ordinary INVITE still reaches the library. */
function nextCallRings(story: FrontStory, n: number): void {
  const before = story.toLibrary.length;
  story.front.receive(
    frameOf(INVITE, OFFER, [`Call-ID: next-${n}`, `Via: SIP/2.0/WSS pbx;branch=z9hG4bKnext${n}`]),
  );
  expect(story.toLibrary.slice(before).join()).toContain(`next-${n}`);
  story.answer(486);
}

describe('the messages of RFC 4475 and RFC 5118 at the front', () => {
  test.each(RFC_MESSAGES)('$name ($rfc)', ({ text, answer }) => {
    const story = frontStory();
    story.front.receive(text);
    story.clock.pass(ALL_TIMERS_MS);
    if (answer === 'none') expect(finals(story, text)).toEqual([]);
    else expect(finals(story, text)).toHaveLength(1);
    nextCallRings(story, 1);
  });
});

describe('mutants at the front', () => {
  const sown = seeds({
    user: 'agent',
    domain: 'example.com',
    contact: 'sip:agent@phone.invalid;transport=ws',
  });

  const name = 'nothing is thrown, no request stays unanswered, and the next call rings';
  test(name, { timeout: times(180_000, 3_600_000) }, () => {
    let story = frontStory();
    let n = 0;
    fc.assert(
      fc.property(mutant(sown), (text) => {
        n += 1;
        if (n % 200 === 0) story = frontStory();
        story.toServer.length = 0;
        story.front.receive(n % 3 === 0 ? new TextEncoder().encode(text).buffer : text);
        story.clock.pass(ALL_TIMERS_MS);
        if (mustBeAnswered(text)) expect(finals(story, text)).toHaveLength(1);
        nextCallRings(story, n);
      }),
      { numRuns: times(10_000, 200_000) },
    );
  });
});
