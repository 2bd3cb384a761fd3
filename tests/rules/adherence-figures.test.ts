import { describe, expect, it } from 'vitest';
import type { AdherenceLine } from '../../contract/note/adherence.ts';
import { adherenceFigures } from '../../rules/adherence/adherence-figures.ts';

const line = (outcome: 'held' | 'missed', situation: string | null, points = 10): AdherenceLine =>
  outcome === 'held'
    ? { kind: 'steps', situation, evidence: null, outcome, points }
    : { kind: 'steps', situation, evidence: null, outcome, points, why: 'step-skipped', fields: [] };
const call = (note: string, by: string, at: number, lines: AdherenceLine[]) => ({
  ...{ note, by, at, adherence: { at, lines } },
});

describe('adherence by agent and situation', () => {
  const notes = [
    call('n1', '0283', 1, [line('held', 'goodbye'), line('missed', 'abuse', 20)]),
    call('n2', '0283', 2, [line('missed', 'abuse', 20), line('held', null)]),
    call('n3', '0284', 3, [line('held', 'goodbye')]),
  ];

  it('adds up the points of an agent and of each situation, the lowest first', () => {
    const [first, second] = adherenceFigures(notes);
    expect(first).toMatchObject({ by: '0283', calls: 2, gained: 20, of: 60, score: 33 });
    expect(first?.situations.map(({ situation, score, calls }) => [situation, score, calls])).toEqual([
      ['abuse', 0, 2],
      ['goodbye', 100, 1],
      [null, 100, 1],
    ]);
    expect(second).toMatchObject({ by: '0284', calls: 1, score: 100 });
  });

  it('names the calls behind every point that was missed, newest first', () => {
    const abuse = adherenceFigures(notes)[0]?.situations[0];
    expect(abuse?.kinds[0]?.missed.map(({ note }) => note)).toEqual(['n2', 'n1']);
  });

  it('leaves out what was not judged, and is empty without calls', () => {
    const unjudged: AdherenceLine = {
      ...{ kind: 'waits', situation: 'silent-caller', evidence: null },
      ...{ outcome: 'not-applicable', why: 'no-occasion' },
    };
    expect(adherenceFigures([call('n1', '0283', 1, [unjudged])])).toMatchObject([
      { by: '0283', score: null, situations: [] },
    ]);
    expect(adherenceFigures([])).toEqual([]);
  });
});
