import type { Instant } from '../../../calls/call-event.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { CallerSees } from '../../../practice/training/next-turn.ts';
import type { CallRules } from '../../../rules/call/call-rules.ts';
import { currentWait } from '../../../rules/call/current-wait.ts';
import { indexPack } from '../../../rules/scripts/pack-index.ts';
import { stepOf } from '../../../rules/scripts/script-run.ts';

/** What a simulated caller notices that the rules do not keep. */
export interface Noticed {
  readonly nameAskedAt: Instant | null;
  readonly agentActedAt: Instant;
  readonly spokeAt: Instant | null;
  readonly had: ReadonlySet<string>;
}

/** The call from the caller's side. */
export function callerSees({ facts, run }: CallRules, pack: Pack, noticed: Noticed): CallerSees {
  const { call, greetedAt, goodbyeAt } = facts;
  const wait = currentWait(call);
  const situation = run === null ? undefined : indexPack(pack).byId.get(run.situation);
  const step = run === null || situation === undefined ? undefined : stepOf(situation, run.step);
  const asks = run !== null && step?.kind === 'branch';
  return {
    ...noticed,
    ...{ greetedAt, goodbyeAt },
    state: stateOf(call.state, wait !== null),
    startedAt: call.startedAt,
    answeredAt: call.state === 'established' ? call.answeredAt : null,
    question: asks ? { situation: run.situation, step: run.step, since: run.stepSince } : null,
    heldSince: wait?.since ?? null,
  };
}

function stateOf(state: CallRules['facts']['call']['state'], waits: boolean): CallerSees['state'] {
  if (state === 'ended') return 'over';
  if (state !== 'established') return 'ringing';
  return waits ? 'waiting' : 'talking';
}
