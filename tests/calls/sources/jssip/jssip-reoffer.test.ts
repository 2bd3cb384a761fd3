import { expect, test } from 'vitest';
import { asAnswer } from '../../../../calls/sources/jssip/jssip-reoffer.ts';

const offer = { type: 'offer', sdp: 'v=0\r\na=setup:actpass\r\na=mid:0\r\n' } as const;

test('an offer that is set as an answer names the role that was agreed on', () => {
  expect(asAnswer(offer, 'v=0\r\na=setup:active\r\n')).toContain('a=setup:passive\r\n');
  expect(asAnswer(offer, 'v=0\r\na=setup:passive\r\n')).toContain('a=setup:active\r\n');
});

test('an answer is set unchanged', () => {
  const answer = { type: 'answer', sdp: 'v=0\r\na=setup:active\r\n' } as const;
  expect(asAnswer(answer, 'v=0\r\na=setup:actpass\r\n')).toBe(answer.sdp);
});
