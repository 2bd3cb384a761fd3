import type { Instant } from '../../calls/call-event.ts';
import type { StepAction } from '../../contract/pack/step.ts';
import type { PackIndex } from '../scripts/pack-index.ts';
import { stepOf } from '../scripts/script-run.ts';
import type { CallFacts } from './call-facts.ts';
import type { CallRules } from './call-rules.ts';

/** What the agent does while the caller waits without a word. */
const CALLER_WAITS: ReadonlySet<StepAction> = new Set([
  'note',
  'ask-name',
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
 * Keeps since when the caller is silent by agreement: the agent does something for the caller, or
 * the caller fetches somebody.
 */
export function enterAgreedWait({ facts, run }: CallRules, index: PackIndex, at: Instant): CallFacts {
  const agreed = isAgreed(run, index);
  const before = facts.agreedWait;
  if (agreed === (before !== null && before.until === null)) return facts;
  return { ...facts, agreedWait: { until: agreed ? null : at } };
}

function isAgreed(run: CallRules['run'], index: PackIndex): boolean {
  const situation = run === null ? undefined : index.byId.get(run.situation);
  const step = run === null || situation === undefined ? undefined : stepOf(situation, run.step);
  if (step === undefined || step.kind === 'branch') return false;
  return step.callerIsAway === true || (step.kind === 'do' && CALLER_WAITS.has(step.action));
}
