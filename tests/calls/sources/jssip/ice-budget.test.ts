import { describe, expect, test } from 'vitest';
import { iceBudget } from '../../../../calls/sources/jssip/ice-budget.ts';
import { handClock } from '../../../helpers/hand-clock.ts';

function gathering(hasServers: boolean, relayMs: number | null = null) {
  const clock = handClock();
  let readyAt: number | null = null;
  const ready = () => {
    readyAt ??= clock.now();
  };
  const begin = clock.now();
  const budget = iceBudget({ hasServers, budgetMs: 100, relayMs, clock });
  return {
    clock,
    candidate: (kind: 'host' | 'srflx' | 'relay') => budget(kind, ready),
    waited: () => (readyAt === null ? null : readyAt - begin),
  };
}

describe('an answer waits for candidates', () => {
  test('no longer than the budget if the STUN server does not answer', () => {
    const { clock, candidate, waited } = gathering(true);
    clock.pass(5);
    candidate('host');
    clock.pass(20);
    candidate('host');
    clock.pass(79);
    expect(waited()).toBeNull();
    clock.pass(1);
    expect(waited()).toBe(105);
  });

  test('only until the STUN server has answered', () => {
    const { clock, candidate, waited } = gathering(true);
    candidate('host');
    clock.pass(30);
    candidate('srflx');
    expect(waited()).toBe(30);
  });

  test('for a relay candidate if there are only relays', () => {
    const { clock, candidate, waited } = gathering(true);
    clock.pass(60);
    candidate('relay');
    expect(waited()).toBe(60);
  });

  test('for the relay of a TURN server that works, not only for a reflexive one', () => {
    const { clock, candidate, waited } = gathering(true, 120);
    candidate('host');
    clock.pass(40);
    candidate('srflx');
    clock.pass(90);
    expect(waited()).toBeNull();
    candidate('relay');
    expect(waited()).toBe(130);
  });

  test.each([
    [20, 100],
    [120, 240],
    [5_000, 600],
  ])('a relay that took %i ms and does not come any more delays by %i ms', (relayMs, limit) => {
    const { clock, candidate, waited } = gathering(true, relayMs);
    candidate('host');
    clock.pass(5_000);
    expect(waited()).toBe(limit);
  });

  test('with a new budget for each gathering', () => {
    const clock = handClock();
    const budget = iceBudget({ hasServers: true, budgetMs: 100, clock });
    const done: string[] = [];
    budget('host', () => done.push('first'));
    clock.pass(60);
    budget('host', () => done.push('second'));
    clock.pass(40);
    expect(done).toEqual(['first']);
    clock.pass(60);
    expect(done).toEqual(['first', 'second']);
  });
});
