import { describe, expect, it } from 'vitest';
import type { Pack } from '../../../contract/pack/pack.ts';
import { foldRules } from '../../../rules/call/fold-rules.ts';
import type { RulesContext } from '../../../rules/call/rules-context.ts';
import { NO_RULES } from '../../../rules/call/rules-state.ts';
import { viewRules } from '../../../rules/call/view-rules.ts';
import { type Rehearsal, rehearse } from '../../../rules/rehearsal/rehearse.ts';
import { wayToStep } from '../../../rules/rehearsal/way-to-step.ts';
import { loadPack } from '../../../tools/compile-pack.ts';
import { wordsIn } from '../../../tools/words-in.ts';
import { callStory } from '../../helpers/call-story.ts';

const pack = loadPack();
const context: RulesContext = {
  language: 'zh-CN',
  words: wordsIn('zh-CN'),
  utcOffsetMinutes: 480,
  cadence: null,
  hotline: '',
  agentNumber: '0283',
  agentName: '',
  values: {},
};

const answered = () => callStory().callerRings('+8613900005678').rings(1).agentAnswers();
const silentFacts = answered().lineFallsSilent(90).callerHangsUp().journal();

const sayings = ({ moments }: Rehearsal) =>
  moments.flatMap((moment) => (moment.kind === 'step' ? [moment.text] : []));
const suggestedAfter = (rehearsal: Rehearsal, situation: string) => {
  const found = rehearsal.moments.find(
    (moment) => moment.kind === 'suggested' && moment.suggestion.situation === situation,
  );
  return found === undefined ? null : (found.at - rehearsal.startsAt) / 1000;
};
const withSilenceOf = (silenceSeconds: number): Pack => ({
  ...pack,
  settings: { ...pack.settings, thresholds: { ...pack.settings.thresholds, silenceSeconds } },
});

describe('a rehearsed call', () => {
  it('greets, notices that nobody speaks, goes through the whole script and hangs up', () => {
    const rehearsal = rehearse(silentFacts, pack, context);
    expect(sayings(rehearsal)).toEqual([
      expect.stringContaining('三声客服热线'),
      '您好，请问有什么可以帮您？',
      expect.stringContaining('能听到我说话吗'),
      expect.stringMatching('已经接通，请讲.*换一部电话'),
      expect.stringContaining('轻轻挂机'),
    ]);
    expect(rehearsal.entries.at(-1)?.event).toMatchObject({ type: 'ended', end: { by: 'agent' } });
    expect(rehearsal.endsAt).toBeLessThan(silentFacts.at(-1)?.event.at ?? 0);
  });

  it('suggests sooner when a lead sets a shorter silence', () => {
    const usual = suggestedAfter(rehearse(silentFacts, pack, context), 'silent-caller') ?? 0;
    const shorter = suggestedAfter(rehearse(silentFacts, withSilenceOf(3), context), 'silent-caller') ?? 0;
    expect(usual - shorter).toBeCloseTo(3);
  });

  it('keeps each wait as long as the pack says', () => {
    const { entries } = rehearse(silentFacts, pack, context);
    const said = entries.flatMap(({ event }) => (event.type === 'step-done' ? [event] : []));
    const first = said.findIndex(({ step }) => step === 'greet-again');
    expect((said[first + 1]?.at ?? 0) - (said[first]?.at ?? 0)).toBeGreaterThanOrEqual(5000);
  });

  it('comes to an end on a pack that never does', () => {
    const endless: Pack = {
      ...pack,
      situations: pack.situations.map((situation) =>
        situation.id !== 'silent-caller'
          ? situation
          : {
              ...situation,
              steps: situation.steps.map((step) =>
                step.kind === 'branch' ? step : { ...step, next: { kind: 'step', step: 'greet-again' } },
              ),
            },
      ),
    };
    expect(rehearse(silentFacts, endless, context).endsAt).toBe(silentFacts.at(-1)?.event.at);
  });
});

describe('the way to a step', () => {
  it('leads to every step of every situation of the shipped pack', () => {
    const story = answered();
    const { now, call } = story;
    const inCall = story.journal().reduce((state, entry) => foldRules(state, entry, pack, context), NO_RULES);
    const fold = (state: typeof inCall, event: Parameters<typeof foldRules>[1]['event']) =>
      foldRules(state, { seq: 99, source: 'agent', event }, pack, context);
    for (const situation of pack.situations) {
      const picked = {
        type: 'situation-picked',
        call,
        at: now,
        situation: situation.id,
        by: 'agent',
      } as const;
      for (const step of situation.steps) {
        const way = wayToStep(situation, step.id, call, now);
        expect([situation.id, step.id, way]).not.toEqual([situation.id, step.id, null]);
        const there = [picked, ...(way ?? [])].reduce(fold, inCall);
        expect(viewRules(there, pack, context, now).run).toMatchObject({
          step: { id: step.id },
          situation: { id: situation.id },
        });
      }
    }
  });
});
