import type { AgentEvent } from '../../calls/agent-event.ts';
import type { Instant } from '../../calls/call-event.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { bringNext, nextBringAt } from '../scripts/bring-scripts.ts';
import { indexPack, type PackIndex } from '../scripts/pack-index.ts';
import { endWait, type Run, stepOf } from '../scripts/script-run.ts';
import { enterPhase } from './call-phase.ts';
import { type CallRules, type Changed, follow } from './call-rules.ts';
import type { RulesContext } from './rules-context.ts';
import { callRules, type RulesState, replaceCall, triggerFacts } from './rules-state.ts';

/** The replay of a call that ended longer ago adds nothing to its journal. */
const HISTORY_AFTER_MS = 60_000;

/** Limit of due events on one call between two entries, against a pack that loops. */
const MOST_AT_ONCE = 100;

/**
 * Events that became due by `now` and are not in the journal yet, oldest first, each with its due
 * time. The phone host appends them. The fold has applied them already, so they change nothing.
 */
export function dueEvents(
  state: RulesState,
  pack: Pack,
  context: RulesContext,
  now: Instant,
): readonly AgentEvent[] {
  const settled = settle(state, pack, context, now);
  return settled.pending.filter(({ call: id }) => {
    const call = callRules(settled, id)?.facts.call;
    return call !== undefined && (call.state !== 'ended' || now - call.endedAt <= HISTORY_AFTER_MS);
  });
}

/** When the next event becomes due on any call through time alone. */
export function nextDueAt(
  state: RulesState,
  pack: Pack,
  context: RulesContext,
  now: Instant,
): Instant | null {
  const index = indexPack(pack);
  const times = state.calls
    .filter(isLive)
    .flatMap((call) => [
      waitEnd(call.run, index),
      nextBringAt(triggerFacts(state, call, pack, context), index, now),
    ])
    .filter((at): at is Instant => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}

/** The state at `until`: due events are applied and listed as pending. */
export function settle(state: RulesState, pack: Pack, context: RulesContext, until: Instant): RulesState {
  const index = indexPack(pack);
  let settled = state;
  for (const { facts } of state.calls.filter(isLive)) {
    for (let count = 0; count < MOST_AT_ONCE; count += 1) {
      const call = callRules(settled, facts.call.id);
      const changed = call === undefined ? null : settleOnce(settled, call, pack, context, index, until);
      if (changed === null) break;
      settled = {
        ...settled,
        calls: replaceCall(settled, changed.call),
        pending: [...settled.pending, ...changed.derived],
      };
    }
  }
  return settled;
}

/** The next due event: the end of a wait or the start of a script, whichever is first. */
function settleOnce(
  state: RulesState,
  call: CallRules,
  pack: Pack,
  context: RulesContext,
  index: PackIndex,
  until: Instant,
): Changed | null {
  const ends = waitEnd(call.run, index);
  const limit = ends === null ? until : Math.min(until, ends - 1);
  const brought = bringNext(call, triggerFacts(state, call, pack, context), index, limit);
  if (brought !== null) return brought;
  return ends === null || ends > until ? null : runOut(call, index, ends);
}

function runOut(call: CallRules, index: PackIndex, at: Instant): Changed | null {
  const { run, facts } = call;
  const situation = run === null ? undefined : index.byId.get(run.situation);
  if (run === null || situation === undefined) return null;
  const id = facts.call.id;
  const stepsDone = new Map(facts.stepsDone).set(`${situation.id}/${run.step}`, at);
  const moved = endWait(run, situation, at);
  const { call: after, derived } = follow({ ...call, facts: { ...facts, stepsDone } }, index, moved, at);
  const waited: AgentEvent = {
    type: 'step-done',
    call: id,
    at,
    situation: situation.id,
    step: run.step,
    how: 'waited',
  };
  return { call: enterPhase(after, index, at), derived: [waited, ...derived] };
}

/** When the wait on screen runs out; null if none runs. */
export function waitEnd(run: Run | null, index: PackIndex): Instant | null {
  if (run === null || run.waitSince === null) return null;
  const situation = index.byId.get(run.situation);
  const step = situation === undefined ? undefined : stepOf(situation, run.step);
  if (step === undefined || step.kind === 'branch' || step.wait === undefined) return null;
  return run.waitSince + step.wait.seconds * 1000;
}

function isLive({ facts }: CallRules): boolean {
  return facts.call.state !== 'ended';
}
