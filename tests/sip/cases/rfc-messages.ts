import { expect } from 'vitest';
import type { RfcMessage } from '../rfc/rfc-message.ts';
import { RFC4475_INVALID } from '../rfc/rfc4475-invalid.ts';
import { RFC4475_LAYERS } from '../rfc/rfc4475-layers.ts';
import { RFC4475_VALID } from '../rfc/rfc4475-valid.ts';
import { RFC5118 } from '../rfc/rfc5118.ts';
import type { SipCase } from '../sip-case.ts';
import { statusOf } from '../wire/frame.ts';

export const RFC_MESSAGES: readonly RfcMessage[] = [
  ...RFC4475_VALID,
  ...RFC4475_INVALID,
  ...RFC4475_LAYERS,
  ...RFC5118,
];

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
