import type { AgentEvent } from '../../calls/agent-event.ts';
import type { CallId, Instant } from '../../calls/call-event.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { Step, Target } from '../../contract/pack/step.ts';

/**
 * What an agent presses to come from a script's first step to `step` by the shortest way: nothing
 * for the first one, null where no way leads there. The presses of one way share one time.
 */
export function wayToStep(
  situation: Situation,
  step: string,
  call: CallId,
  at: Instant,
): readonly AgentEvent[] | null {
  const [first] = situation.steps;
  if (first === undefined) return null;
  const ways = new Map<string, readonly AgentEvent[]>([[first.id, []]]);
  const open = [first];
  for (let here = open.shift(); here !== undefined; here = open.shift()) {
    const way = ways.get(here.id) ?? [];
    if (here.id === step) return way;
    for (const { press, to } of pressesAt(situation, here, call, at)) {
      if (ways.has(to.id)) continue;
      ways.set(to.id, [...way, press]);
      open.push(to);
    }
  }
  return null;
}

interface Press {
  readonly press: AgentEvent;
  readonly to: Step;
}

function pressesAt({ id, steps }: Situation, step: Step, call: CallId, at: Instant): readonly Press[] {
  const common = { call, at, situation: id, step: step.id } as const;
  const stepAt = (target: Target) =>
    target.kind === 'step' ? steps.find((other) => other.id === target.step) : undefined;
  if (step.kind === 'branch') {
    return step.options.flatMap((option) => {
      const to = stepAt(option.to);
      return to === undefined
        ? []
        : [{ press: { type: 'branch-chosen', ...common, option: option.id } as const, to }];
    });
  }
  const to = step.next === undefined ? steps[steps.indexOf(step) + 1] : stepAt(step.next);
  return to === undefined ? [] : [{ press: { type: 'step-done', ...common, how: 'skipped' } as const, to }];
}
