import { describe, expect, test } from 'vitest';
import type { AgentState } from '../../../contract/api/presence/agent-state.ts';
import { wallboardOf } from '../../../pages/lead/wallboard/wallboard-view.ts';

const NOW = Date.UTC(2026, 10, 30, 2, 0);
const SECOND = 1000;
const MINUTE = 60 * SECOND;

const agent = (number: string, state: AgentState) => ({ agent: number, seenAt: NOW, state });
const since = (ms: number) => NOW - ms;

function wallboard(shown: Partial<Parameters<typeof wallboardOf>[0]>) {
  return wallboardOf({
    ...{ agents: [], names: new Map(), help: [], deadlines: [] },
    ...{ ringLimit: 3, ringMs: 5000, now: NOW },
    ...shown,
  });
}

describe('the wallboard', () => {
  test('rings come first, the longest first; who is gone is not shown', () => {
    const { agents, counts } = wallboard({
      agents: [
        agent('1', { state: 'present', since: since(MINUTE) }),
        agent('2', { state: 'ringing', since: since(2 * SECOND) }),
        agent('3', { state: 'gone' }),
        agent('4', { state: 'ringing', since: since(9 * SECOND) }),
        agent('5', { state: 'in-call', since: since(MINUTE), call: 'a', situation: null }),
        agent('6', { state: 'wrap-up', since: since(MINUTE) }),
      ],
    });
    expect(agents.map(({ number }) => number)).toEqual(['4', '2', '5', '6', '1']);
    expect(counts).toEqual({ ringing: 2, 'in-call': 1, 'wrap-up': 1, present: 1 });
  });

  test.each([
    [0, 1, false],
    [4.9, 1, false],
    [5, 2, false],
    [14.9, 3, false],
    [15, 4, true],
    [60, 13, true],
  ])('after %d s ring %d sounds; late: %s', (seconds, ring, isLate) => {
    const [shown] = wallboard({
      agents: [agent('1', { state: 'ringing', since: since(seconds * SECOND) })],
    }).agents;
    expect(shown).toMatchObject({ ring, isLate });
  });

  test('an agent whose clock is ahead is shown from zero', () => {
    const [shown] = wallboard({ agents: [agent('1', { state: 'ringing', since: NOW + MINUTE })] }).agents;
    expect(shown).toMatchObject({ forMs: 0, ring: 1, isLate: false });
  });

  test('help counts until somebody takes it up', () => {
    const request = { call: 'a', why: 'abuse', summary: '', agent: '1', overAt: null } as const;
    const { help } = wallboard({
      help: [
        { ...request, id: 'x', at: since(3 * MINUTE), acknowledged: { by: '9', at: NOW } },
        { ...request, id: 'y', at: since(2 * MINUTE), acknowledged: null },
        { ...request, id: 'z', at: since(MINUTE), acknowledged: null },
      ],
    });
    expect(help).toEqual({ waiting: 2, longestMs: 2 * MINUTE });
  });

  test('deadlines: missed from their moment on, soon for half an hour before, the most urgent six shown', () => {
    const due = (id: string, minutes: number) => ({
      id,
      number: '',
      label: '',
      dueAt: NOW + minutes * MINUTE,
    });
    const { deadlines } = wallboard({
      deadlines: [
        due('f', 31),
        due('b', 0),
        due('c', 1),
        due('e', 30),
        due('a', -5),
        due('g', 90),
        due('h', 91),
      ],
    });
    expect(deadlines).toMatchObject({ missed: 2, soon: 2 });
    expect(deadlines.next.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'e', 'f', 'g']);
  });
});
