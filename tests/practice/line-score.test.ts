import { describe, expect, it } from 'vitest';
import type { Milestone } from '../../practice/call/milestone.ts';
import { lineScore, lineScoreText } from '../../practice/line-score.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { normalCaller } from '../../practice/scenarios/normal-caller.ts';
import { silentCaller } from '../../practice/scenarios/silent-caller.ts';

const began: Milestone = { at: 0, type: 'ringing' };
const answered = (s: number): Milestone => ({ at: s * 1000, type: 'answered' });
const hungUp = (s: number, by: 'agent' | 'caller'): Milestone => ({
  ...{ at: s * 1000, type: 'ended' },
  end: { how: 'hung-up', by },
});
const spoke = (s: number): Milestone => ({ at: s * 1000, type: 'step-done', step: 'speak' });
const held = (s: number): Milestone => ({ at: s * 1000, type: 'held', by: 'agent' });
const resumed = (s: number): Milestone => ({ at: s * 1000, type: 'resumed', by: 'agent' });

describe('the score that the line shows', () => {
  it('is full for an answer in three rings, short waits, and a caller who hangs up first', () => {
    const timeline = [began, answered(14.9), held(20), resumed(79), hungUp(90, 'caller')];
    expect(lineScore(timeline, normalCaller)).toMatchObject({ score: 100 });
  });

  it('misses a fourth ring, a wait over a minute, and a call that the agent ended first', () => {
    const { score, lines } = lineScore(
      [began, answered(15.1), held(20), resumed(81), hungUp(90, 'agent')],
      normalCaller,
    );
    expect([score, lines.map((line) => [line.of, line.held])]).toEqual([
      0,
      [
        ['rings', false],
        ['waits', false],
        ['hang-up', false],
      ],
    ]);
  });

  it('a silent caller is ended after three waits of five seconds, not before', () => {
    expect(lineScore([began, answered(5), hungUp(19, 'agent')], silentCaller).score).toBe(50);
    expect(lineScore([began, answered(5), hungUp(20, 'agent')], silentCaller).score).toBe(100);
  });

  it('a caller who stays on is ended five seconds after the last word', () => {
    expect(lineScore([began, answered(5), spoke(30), hungUp(34, 'agent')], neverHangsUp).score).toBe(50);
    expect(lineScore([began, answered(5), spoke(30), hungUp(36, 'agent')], neverHangsUp).score).toBe(100);
  });

  it('a call that nobody answered in three rings is missed; a caller who gave up sooner, or another phone, is not judged', () => {
    const end = (how: 'given-up' | 'answered-elsewhere', s: number): Milestone => ({
      ...{ at: s * 1000, type: 'ended', end: { how } },
    });
    expect(lineScore([began, end('given-up', 20)], normalCaller).score).toBe(0);
    expect(lineScore([began, end('given-up', 2)], normalCaller).score).toBeNull();
    const elsewhere = lineScore([began, end('answered-elsewhere', 20)], normalCaller);
    expect([elsewhere.score, lineScoreText(elsewhere)]).toEqual([
      null,
      ['score on the line: nothing to judge'],
    ]);
  });

  it('is printed with a reason for each line', () => {
    const scored = lineScore([began, answered(16), hungUp(90, 'caller')], normalCaller);
    expect(lineScoreText(scored)).toEqual([
      'score on the line: 50 of 100',
      '  missed rings: answered after 16.0 s',
      '  held   hang-up: the caller hung up first',
    ]);
  });
});
