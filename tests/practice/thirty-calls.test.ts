import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PracticeModel } from '../../pages/panel/practice/practice-model.ts';
import { DEFAULT_KEY_MAP } from '../../pages/session/key-map.ts';
import { TRAINING_CALLERS } from '../../practice/training/training-callers.ts';
import { Profile } from '../helpers/profile.ts';
import { practicePage } from './practice-page.ts';
import { followingAgent, ignoringAgent, playCall, type ScriptedAgent } from './scripted-agents.ts';

const CALLS = 30;
const callers = Array.from({ length: CALLS }, (_, n) => TRAINING_CALLERS[n % TRAINING_CALLERS.length]);

let profile: Profile;
let model: PracticeModel;
beforeEach(async () => {
  profile = new Profile();
  model = new PracticeModel({
    page: practicePage(await profile.signedIn()),
    keys: () => DEFAULT_KEY_MAP,
    pins: () => null,
    now: () => profile.now,
    voice: { say: () => {}, stop: () => {} },
    random: () => 0,
  });
});
afterEach(() => profile.quit());

/** The mean score, and the calls that keep it low. */
function play(agent: ScriptedAgent) {
  const scores = callers.map((caller) => {
    if (caller === undefined) throw new Error('no caller');
    const score = playCall(model, profile, caller, agent);
    const missed = (model.last?.adherence.lines ?? []).flatMap((line) =>
      line.outcome === 'missed'
        ? [`${line.kind} ${line.situation ?? ''} ${line.why} ${line.fields.join()}`]
        : [],
    );
    return { caller: caller.id, score: score ?? 0, missed };
  });
  return { mean: scores.reduce((sum, { score }) => sum + score, 0) / CALLS, scores };
}

describe('a run of 30 practice calls', () => {
  it('scores at least 95 for an agent who does what the panel says', () => {
    const { mean, scores } = play(followingAgent());
    expect(scores.filter(({ missed }) => missed.length > 0)).toEqual([]);
    expect(mean).toBeGreaterThanOrEqual(95);
  });

  it('scores at most 60 for an agent who ignores it, in every call', () => {
    const { mean, scores } = play(ignoringAgent());
    expect(scores.filter(({ score }) => score > 60)).toEqual([]);
    expect(mean).toBeLessThanOrEqual(60);
  });
});
