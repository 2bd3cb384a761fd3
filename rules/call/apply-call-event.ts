import type { Call } from '../../calls/call.ts';
import type { CallEvent } from '../../calls/call-event.ts';
import { foldCall } from '../../calls/fold-call.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { StepAction } from '../../contract/pack/step.ts';
import type { PackIndex } from '../scripts/pack-index.ts';
import { stepOf } from '../scripts/script-run.ts';
import { NOTHING_KNOWN, newFacts } from './call-facts.ts';
import type { CallRules, Changed } from './call-rules.ts';
import { currentWait } from './current-wait.ts';
import { asksFor, doAction, letCallerWait } from './do-action.ts';

/**
 * Applies what the phone reported about a call, known or new. Null: the event is impossible or
 * already known.
 */
export function applyCallEvent(
  call: CallRules | undefined,
  event: CallEvent,
  index: PackIndex,
): Changed | null {
  const verdict = foldCall(call?.facts.call, event);
  if (verdict.verdict !== 'applied') return null;
  if (call === undefined) {
    return { call: { facts: newFacts(verdict.call), run: null, suspended: null }, derived: [] };
  }
  const after: CallRules = { ...call, facts: { ...call.facts, call: verdict.call } };
  switch (event.type) {
    case 'held':
    case 'muted':
      return waitBegan(call.facts.call, after, event, index);
    case 'resumed':
    case 'unmuted':
      return waitEnded(call, after, event, index);
    case 'remote-party-changed':
      // What was known belongs to the number of before; the host looks up the new one.
      return { call: { ...after, facts: { ...after.facts, ...NOTHING_KNOWN } }, derived: [] };
    case 'transfer-started':
      return doAction(after, index, ['transfer', 'call-supervisor'], event.at);
    case 'ended':
      return { call: { ...after, run: null, suspended: null }, derived: [] };
    default:
      return { call: after, derived: [] };
  }
}

function waitBegan(before: Call, call: CallRules, event: CallEvent, index: PackIndex): Changed {
  const wait = currentWait(call.facts.call);
  if (wait === null || currentWait(before) !== null) return { call, derived: [] };
  const actions: StepAction[] = [wait.of, 'hold-or-mute'];
  return letCallerWait({ ...call, facts: { ...call.facts, waitWanted: null } }, index, actions, event.at);
}

function waitEnded(before: CallRules, call: CallRules, event: CallEvent, index: PackIndex): Changed {
  const wait = currentWait(before.facts.call);
  if (wait === null || currentWait(call.facts.call) !== null) return { call, derived: [] };
  const back = {
    at: event.at,
    of: wait.of,
    waitedMs: Math.max(0, event.at - wait.since),
    inScript: speaksOfReturn(call, index),
  };
  return doAction({ ...call, facts: { ...call.facts, back } }, index, ['resume'], event.at);
}

/**
 * The script on screen asked for the return to the caller: it continues with its own apology.
 */
function speaksOfReturn({ run }: CallRules, index: PackIndex): boolean {
  const situation: Situation | undefined = run === null ? undefined : index.byId.get(run.situation);
  if (run === null || situation === undefined) return false;
  const step = stepOf(situation, run.step);
  return step !== undefined && asksFor(step, ['resume']);
}
