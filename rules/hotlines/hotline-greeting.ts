import type { Call } from '../../calls/call.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { Step } from '../../contract/pack/step.ts';
import { hotlineOfCall } from './hotline-of-call.ts';

/**
 * The step with the words of the called hotline, if it is the one that greets. A late answer keeps
 * its own script, which begins with an apology and names the hotline.
 */
export function withHotlineGreeting(step: Step, situation: Situation, call: Call, pack: Pack): Step {
  if (step.kind !== 'say' || step.id !== greetingStep(situation)) return step;
  const greeting = hotlineOfCall(call, pack)?.greeting;
  return greeting === undefined ? step : { ...step, ...greeting };
}

/** Id of the step that greets a caller; null in a situation that does not open a call. */
function greetingStep({ triggers, steps }: Situation): string | null {
  const greets = triggers.some(
    (trigger) =>
      trigger.kind === 'answered' &&
      trigger.direction === 'inbound' &&
      trigger.afterRings === 0 &&
      trigger.brings === 'script',
  );
  return greets ? (steps.find(({ kind }) => kind === 'say')?.id ?? null) : null;
}
