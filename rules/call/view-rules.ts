import { type Call, isActive } from '../../calls/call.ts';
import type { CallId, Instant } from '../../calls/call-event.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { RING_CADENCES } from '../../contract/pack/ring-cadence.ts';
import { ringAt } from '../ring/ring-timer.ts';
import { courtesyText } from '../scripts/courtesy-text.ts';
import { indexPack } from '../scripts/pack-index.ts';
import { viewRun } from '../scripts/run-view.ts';
import { offers } from '../scripts/suggestions.ts';
import { applyCallEvent } from './apply-call-event.ts';
import { currentPhase, enterPhase } from './call-phase.ts';
import type { CallRules } from './call-rules.ts';
import { nextDueAt, settle } from './due-events.ts';
import { hangUpGuard } from './hang-up-guard.ts';
import { askBeforeWait, watchWait } from './hold-etiquette.ts';
import type { RulesContext } from './rules-context.ts';
import { callRules, type RulesState, replaceCall, triggerFacts } from './rules-state.ts';
import type { RulesView, RunView } from './rules-view.ts';

const NOTHING: RulesView = {
  call: null,
  phase: null,
  run: null,
  ahead: null,
  suggestions: [],
  guard: { guarded: false },
  holdWarning: null,
  line: null,
  askBeforeWait: { hold: false, mute: false },
  courtesy: { words: [], rules: [] },
  nextChangeAt: null,
};

/**
 * The view of one call at `now`: of `only`, or of the active call, else of the newest open call,
 * else of the newest. It does not depend on whether due events are in the journal yet.
 */
export function viewRules(
  state: RulesState,
  pack: Pack,
  context: RulesContext,
  now: Instant,
  only?: CallId,
): RulesView {
  const settled = settle(state, pack, context, now);
  const call = only === undefined ? inFocus(settled.calls) : callRules(settled, only);
  if (call === undefined) return NOTHING;
  const index = indexPack(pack);
  const { facts, run } = call;
  const { suggestions, nextChangeAt } = offers(call, triggerFacts(settled, call, pack, context), index, now);
  const waiting = watchWait(facts, pack.settings, now);
  return {
    call: facts.call.id,
    phase: currentPhase(facts)?.phase ?? null,
    run: run === null ? null : viewRun(run, facts, index.byId.get(run.situation), pack, context, now),
    ahead: viewAhead(settled, call, pack, context, now),
    suggestions,
    guard: hangUpGuard(call, index, now),
    holdWarning: waiting.warning,
    line: facts.call.state === 'established' ? facts.line.judged : null,
    askBeforeWait: askBeforeWait(call, index),
    courtesy: courtesyText(pack, context.language),
    nextChangeAt: earliest([
      nextChangeAt,
      waiting.nextChangeAt,
      nextDueAt(settled, pack, context, now),
      nextRingChange(facts.call, pack, context, now),
    ]),
  };
}

function inFocus(calls: readonly CallRules[]): CallRules | undefined {
  return (
    calls.find(({ facts }) => isActive(facts.call)) ??
    calls.findLast(({ facts }) => facts.call.state !== 'ended') ??
    calls.at(-1)
  );
}

/** The script that would come up if the ringing call were answered now. */
function viewAhead(
  state: RulesState,
  { facts, run, suspended }: CallRules,
  pack: Pack,
  context: RulesContext,
  now: Instant,
): RunView | null {
  const rings = facts.call.state === 'ringing' || facts.call.state === 'answering';
  if (!rings || run !== null) return null;
  const index = indexPack(pack);
  const answered = { type: 'answered', call: facts.call.id, at: now } as const;
  const changed = applyCallEvent({ facts, run, suspended }, answered, index);
  if (changed === null) return null;
  const call = enterPhase(changed.call, index, now);
  const then = settle({ ...state, calls: replaceCall(state, call) }, pack, context, now);
  const { facts: after, run: up } = callRules(then, facts.call.id) ?? call;
  return up === null ? null : viewRun(up, after, index.byId.get(up.situation), pack, context, now);
}

function nextRingChange(call: Call, pack: Pack, context: RulesContext, now: Instant): Instant | null {
  if (call.state !== 'ringing') return null;
  const cadence = RING_CADENCES[context.cadence ?? pack.settings.cadence];
  return ringAt(call.startedAt, now, cadence, pack.settings.ringLimit).nextChangeAt;
}

function earliest(times: readonly (Instant | null)[]): Instant | null {
  const known = times.filter((at): at is Instant => at !== null);
  return known.length === 0 ? null : Math.min(...known);
}
