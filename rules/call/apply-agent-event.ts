import type { AgentEvent } from '../../calls/agent-event.ts';
import type { PackIndex } from '../scripts/pack-index.ts';
import { chooseOption, doStep, endWait, skipStep, startRun, stepBack } from '../scripts/script-run.ts';
import { withEntry } from './call-facts.ts';
import {
  type CallRules,
  type Changed,
  close,
  factsAfterStep,
  follow,
  passKnownName,
  pick,
} from './call-rules.ts';
import { callerSpeaks, interrupt } from './caller-speech.ts';
import { currentWait } from './current-wait.ts';
import { doAction } from './do-action.ts';

/**
 * Applies what the agent did to one call. An event that does not fit the script on screen (a
 * repeat, a late press) changes nothing.
 */
export function applyAgentEvent(call: CallRules, event: AgentEvent, index: PackIndex): Changed {
  const { facts, run } = call;
  const { at } = event;
  switch (event.type) {
    case 'situation-picked':
      return only(pick(call, index, event.situation, event.by, at));
    case 'step-done':
      return recordStep(call, event, index);
    case 'branch-chosen':
      return chooseBranch(call, event, index);
    case 'step-back':
      return only(run?.situation === event.situation ? { ...call, run: stepBack(run, at) } : call);
    case 'script-restarted': {
      const situation = index.byId.get(event.situation);
      if (situation === undefined || run?.situation !== event.situation) return only(call);
      return only({ ...call, run: startRun(situation, run.by, at, run.replaced) });
    }
    case 'script-closed':
      return only(run?.situation === event.situation ? close(call, index, at) : call);
    case 'suggestion-dismissed': {
      const turnedDown = index.askingName.has(event.situation);
      const dismissed = withEntry(facts.dismissed, event.situation, at);
      return only({ ...call, facts: { ...facts, dismissed, nameAsked: facts.nameAsked || turnedDown } });
    }
    case 'wait-asked': {
      if (facts.call.state !== 'established' || currentWait(facts.call) !== null) return only(call);
      // Asked once more in the same script: it starts again.
      const brought = new Map([...facts.brought].filter(([id]) => id !== run?.situation));
      return only({ ...call, facts: { ...facts, brought, waitWanted: { of: event.of, at } } });
    }
    case 'caller-answered':
      return callerSpeaks(call, index, ['speech', 'answer', 'better-line'], at);
    case 'caller-named': {
      const { surname, title } = event;
      const name = surname.trim() === '' ? null : { surname: surname.trim(), title };
      const named = { ...call, facts: { ...facts, name, nameAsked: facts.nameAsked || name !== null } };
      if (name === null) return only(named);
      const { call: asked, derived } = doAction(named, index, ['ask-name'], at);
      return { call: passKnownName(asked, index, at), derived };
    }
    case 'category-chosen': {
      const category = event.category === null ? null : { category: event.category, at };
      return only({ ...call, facts: { ...facts, category } });
    }
    case 'hang-up-forced':
    case 'number-revealed':
    case 'wrap-up-begun':
    case 'wrap-up-finished':
      return only(call);
  }
}

function recordStep(call: CallRules, event: AgentEvent & { type: 'step-done' }, index: PackIndex): Changed {
  const { run } = call;
  const { at, how } = event;
  const situation = index.byId.get(event.situation);
  if (situation === undefined || run?.situation !== event.situation || run.step !== event.step) {
    return only(call);
  }
  if (how === 'skipped') return follow(call, index, skipStep(run, situation, at), at);
  if (how === 'interrupted') return interrupt(call, index, at);
  const moved = how === 'done' ? doStep(run, situation, at) : endWait(run, situation, at);
  return follow({ ...call, facts: factsAfterStep(call, situation, event.step, at) }, index, moved, at);
}

function chooseBranch(
  call: CallRules,
  event: AgentEvent & { type: 'branch-chosen' },
  index: PackIndex,
): Changed {
  const { facts, run } = call;
  const situation = index.byId.get(event.situation);
  if (situation === undefined || run?.situation !== event.situation || run.step !== event.step) {
    return only(call);
  }
  const stepsDone = withEntry(facts.stepsDone, `${event.situation}/${event.step}`, event.at);
  const moved = chooseOption(run, situation, event.option, event.at);
  return follow({ ...call, facts: { ...facts, stepsDone } }, index, moved, event.at);
}

function only(call: CallRules): Changed {
  return { call, derived: [] };
}
