import type { Instant } from '../../calls/call-event.ts';
import { type LocalizedText, textIn } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { Step } from '../../contract/pack/step.ts';
import type { CallFacts } from '../call/call-facts.ts';
import type { RulesContext } from '../call/rules-context.ts';
import type { RunView, RunWait } from '../call/rules-view.ts';
import { withHotlineGreeting } from '../hotlines/hotline-greeting.ts';
import { fillPlaceholders } from '../spoken/fill-placeholders.ts';
import { placeholderValues } from '../spoken/placeholder-values.ts';
import { chooseText } from './choose-text.ts';
import { followingStep, type Run, stepOf } from './script-run.ts';
import { techniqueTexts } from './technique-texts.ts';

/** The view of the script on screen at `now`; null if the pack no longer contains it. */
export function viewRun(
  run: Run,
  facts: CallFacts,
  situation: Situation | undefined,
  pack: Pack,
  context: RulesContext,
  now: Instant,
): RunView | null {
  const step = situation === undefined ? undefined : stepOf(situation, run.step);
  if (situation === undefined || step === undefined) return null;
  const values = placeholderValues(facts, situation, pack, context, run.stepSince);
  const fill = (text: LocalizedText) => fillPlaceholders(text, values, context.words);
  const words = (of: Step) => {
    const said = withHotlineGreeting(of, situation, facts.call, pack);
    return fill(chooseText(said, facts, pack, context, run.stepSince));
  };
  const wait = viewWait(run, step, now);
  const following = followingStep(situation, step);
  return {
    call: facts.call.id,
    situation,
    title: textIn(situation.title, context.language),
    by: run.by,
    step,
    stepNumber: situation.steps.indexOf(step) + 1,
    stepCount: situation.steps.length,
    text: words(step),
    wait,
    options: step.kind === 'branch' ? step.options.map(({ id, label }) => ({ id, label: fill(label) })) : [],
    nextText: following === undefined ? null : words(following),
    prohibitions: situation.prohibitions.map(fill),
    techniques: techniqueTexts(situation, pack, fill),
    canGoBack: run.trail.length > 0,
    canGoOn: step.kind !== 'branch' && !(wait?.state === 'running' && wait.mandatory),
    canSkip: step.kind !== 'branch',
  };
}

function viewWait(run: Run, step: Step, now: Instant): RunWait | null {
  if (step.kind === 'branch' || step.wait === undefined) return null;
  const { seconds, mandatory, endedBy } = step.wait;
  const totalMs = seconds * 1000;
  if (run.waitSince === null) return { state: 'to-come', totalMs, mandatory };
  const endsAt = run.waitSince + totalMs;
  return { state: 'running', totalMs, leftMs: Math.max(0, endsAt - now), endsAt, mandatory, endedBy };
}
