import { expect } from 'vitest';
import { RFC_MESSAGES } from '../rfc/rfc-messages.ts';
import type { SipCase } from '../sip-case.ts';
import { statusOf } from '../wire/frame.ts';

/** Each message as it is printed, at a phone; the next call rings and is answered. */
export const RFC_CASES: readonly SipCase[] = RFC_MESSAGES.map(({ name, rfc, text, answer }) => ({
  name,
  rfc,
  async story(story) {
    if (answer === 'none') {
      story.send(text);
      expect(statusOf(await story.request({ method: 'OPTIONS' }).final())).toBe(200);
      return;
    }
    const status = await story.finalStatus(text);
    // The messages are for other users than the agent: 404 is right too (RFC 3261 §8.2.2.1).
    if (answer !== 'final') expect([404, ...answer]).toContain(status);
  },
}));
