import type { Instant } from '../../calls/call-event.ts';
import type { Step, StepAction } from '../../contract/pack/step.ts';
import type { PackIndex } from '../scripts/pack-index.ts';
import { stepOf } from '../scripts/script-run.ts';
import type { CallFacts } from './call-facts.ts';
import type { CallRules } from './call-rules.ts';

/** The agent writes down what the caller says: pauses are long, but not without end. */
const AGENT_WRITES: ReadonlySet<StepAction> = new Set(['note', 'ask-name']);

/** What the agent does while the caller waits without a word. */
const CALLER_WAITS: ReadonlySet<StepAction> = new Set([
  'hold',
  'mute',
  'hold-or-mute',
  'look-up',
  'transfer',
  'call-supervisor',
  'work-order',
  'register-number',
  'send-material',
  'call-back',
]);

/**
 * Keeps since when the caller is silent by agreement: the agent does something for the caller, a
 * transfer is under way, or the caller fetches somebody.
 */
export function enterAgreedWait(call: CallRules, index: PackIndex, at: Instant): CallFacts {
  const { facts } = call;
  const step = stepOnScreen(call, index);
  const agentWrites = step?.kind === 'do' && AGENT_WRITES.has(step.action);
  const agreed = isAgreed(step) || isTransferring(facts.call);
  const before = facts.agreedWait;
  const isSame = agreed === (before !== null && before.until === null);
  if (isSame && agentWrites === facts.agentWrites) return facts;
  return { ...facts, agentWrites, agreedWait: isSame ? before : { until: agreed ? null : at } };
}

function isAgreed(step: Step | undefined): boolean {
  if (step === undefined || step.kind === 'branch') return false;
  return step.callerIsAway === true || (step.kind === 'do' && CALLER_WAITS.has(step.action));
}

/** The caller hears the announcement, or the ringing of the other side. */
function isTransferring(call: CallFacts['call']): boolean {
  return call.state === 'established' && call.transfer.state === 'under-way';
}

function stepOnScreen({ run }: CallRules, index: PackIndex): Step | undefined {
  const situation = run === null ? undefined : index.byId.get(run.situation);
  return run === null || situation === undefined ? undefined : stepOf(situation, run.step);
}
