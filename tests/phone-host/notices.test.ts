import { expect, test } from 'vitest';
import { StatusFacts } from '../../phone-host/call/status-facts.ts';

test('a notice holds while it holds for one of the calls', () => {
  const facts = new StatusFacts();
  facts.notice('voice-silent', true, 'a');
  facts.notice('voice-silent', true, 'b');
  facts.notice('voice-silent', false, 'a');
  expect(facts.notices).toEqual(['voice-silent']);
  facts.notice('voice-silent', false, 'b');
  expect(facts.notices).toEqual([]);
});

test('what does not change is not published again', () => {
  const facts = new StatusFacts();
  let published = 0;
  facts.subscribe(() => {
    published += 1;
  });
  facts.notice('turn-refused', false);
  facts.notice('turn-refused', true);
  facts.notice('turn-refused', true);
  expect(published).toBe(1);
  const held = facts.notices;
  facts.notice('turn-unreachable', false);
  expect(facts.notices).toBe(held);
});
