import type { AgentEvent } from '../../calls/agent-event.ts';
import type { CallEvent, Instant } from '../../calls/call-event.ts';
import type { JournalEntry } from '../../calls/journal-entry.ts';
import type { PackLanguage } from '../../contract/pack/localized-text.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { foldRules } from '../call/fold-rules.ts';
import type { RulesContext } from '../call/rules-context.ts';
import { NO_RULES } from '../call/rules-state.ts';
import type { RulesView, RunView } from '../call/rules-view.ts';
import { viewRules } from '../call/view-rules.ts';
import { type Moment, momentsBetween } from './moment.ts';

/** A practice call played through with a pack: the whole journal, and what came up when. */
export interface Rehearsal {
  readonly entries: readonly JournalEntry[];
  readonly moments: readonly Moment[];
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

/** An agent looks at a new step or suggestion for so long before acting on it. */
const REACTION_MS = 1200;
/** Letters spoken in a second: unhurried Mandarin, and English. */
const lettersASecond = (language: PackLanguage) => (language.startsWith('zh') ? 4.5 : 15);
/** No call of minutes has so many moments; a pack that has is not sound. */
const MOST_ROUNDS = 5000;

/**
 * Plays the recorded facts of a call with an agent who does as the pack says: takes the first
 * suggestion when no script is up, says each step at an unhurried pace, waits the waits, and hangs
 * up where the script does. At a branch the agent stays, for nobody knows what the caller would
 * answer. Facts after a hang-up by the script are left out.
 */
export function rehearse(facts: readonly JournalEntry[], pack: Pack, context: RulesContext): Rehearsal {
  const entries: JournalEntry[] = [];
  const moments: Moment[] = [];
  const startsAt = facts[0]?.event.at ?? 0;
  let now = startsAt;
  let state = NO_RULES;
  let view = viewRules(state, pack, context, now);
  let intent: Intent | null = null;
  let next = 0;

  const append = (source: JournalEntry['source'], event: JournalEntry['event']) => {
    const entry = { seq: entries.length + 1, source, event };
    entries.push(entry);
    state = foldRules(state, entry, pack, context);
  };
  const refresh = () => {
    const before = view;
    view = viewRules(state, pack, context, now);
    moments.push(...momentsBetween(before, view, now));
    intent = intentOf(view, now, intent, context.language);
  };

  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const fact = facts[next];
    if (fact === undefined) break;
    const at: Instant = Math.min(fact.event.at, view.nextChangeAt ?? Infinity, dueAt(intent));
    now = Math.max(now, at);
    if (intent !== null && dueAt(intent) <= now) {
      const { event, hangsUp }: Intent = intent;
      append('agent', { ...event, at: now });
      intent = null;
      refresh();
      if (!hangsUp) continue;
      append('replay', hungUp(event.call, now));
      moments.push({ at: now, kind: 'fact', event: hungUp(event.call, now) });
      break;
    }
    if (fact.event.at <= now) {
      next += 1;
      append(fact.source, fact.event);
      moments.push({ at: now, kind: 'fact', event: fact.event });
    }
    refresh();
  }
  return { entries, moments, startsAt, endsAt: now };
}

interface Intent {
  /** What is looked at; another thing on screen, another intent. */
  readonly of: string;
  readonly dueAt: Instant;
  readonly event: AgentEvent;
  readonly hangsUp: boolean;
}

function dueAt(intent: Intent | null): Instant {
  return intent === null ? Infinity : intent.dueAt;
}

function intentOf(view: RulesView, now: Instant, held: Intent | null, language: PackLanguage): Intent | null {
  const intent = view.run === null ? toAccept(view, now) : toSay(view.run, now, language);
  return intent !== null && intent.of === held?.of ? held : intent;
}

function toAccept({ call, phase, suggestions }: RulesView, now: Instant): Intent | null {
  const [first] = suggestions;
  if (call === null || first === undefined || phase === 'ringing' || phase === 'wrap-up') return null;
  const { situation } = first;
  return {
    of: `accept ${situation} ${first.since}`,
    dueAt: now + REACTION_MS,
    event: { type: 'situation-picked', call, at: now, situation, by: 'suggestion' },
    hangsUp: false,
  };
}

function toSay(run: RunView, now: Instant, language: PackLanguage): Intent | null {
  const { call, step } = run;
  if (step.kind === 'branch' || run.wait?.state === 'running') return null;
  const spokenMs = step.kind === 'say' ? (run.text.length / lettersASecond(language)) * 1000 : 0;
  const situation = run.situation.id;
  return {
    of: `say ${situation} ${step.id}`,
    dueAt: now + REACTION_MS + Math.round(spokenMs),
    event: { type: 'step-done', call, at: now, situation, step: step.id, how: 'done' },
    hangsUp: step.kind === 'do' && step.action === 'hang-up',
  };
}

function hungUp(call: string, at: Instant): CallEvent {
  return { type: 'ended', call, at, end: { how: 'hung-up', by: 'agent' } };
}
