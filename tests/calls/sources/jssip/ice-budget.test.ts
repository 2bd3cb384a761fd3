import { describe, expect, test } from 'vitest';
import { iceBudget } from '../../../../calls/sources/jssip/ice-budget.ts';
import { handClock } from '../../../helpers/hand-clock.ts';

function gathering(hasServers: boolean) {
  const clock = handClock();
  let readyAt: number | null = null;
  const ready = () => {
    readyAt ??= clock.now();
  };
  const begin = clock.now();
  const budget = iceBudget({ hasServers, budgetMs: 100, clock });
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
