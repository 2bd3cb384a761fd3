import type { AgentEvent } from '../../../calls/agent-event.ts';
import type { Call } from '../../../calls/call.ts';
import type { CallCommand, CommandResult } from '../../../calls/call-command.ts';
import type { CallEvent, CallId, Instant } from '../../../calls/call-event.ts';
import type { JournalEntry, JournalEvent, JournalSource } from '../../../calls/journal-entry.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { TrainingCaller } from '../../../practice/training/training-caller.ts';
import type { CallRules } from '../../../rules/call/call-rules.ts';
import { dueEvents } from '../../../rules/call/due-events.ts';
import { foldRules } from '../../../rules/call/fold-rules.ts';
import { hangUpGuard } from '../../../rules/call/hang-up-guard.ts';
import type { RulesContext } from '../../../rules/call/rules-context.ts';
import { callRules, NO_RULES, type RulesState } from '../../../rules/call/rules-state.ts';
import { indexPack } from '../../../rules/scripts/pack-index.ts';
import { stepOf } from '../../../rules/scripts/script-run.ts';
import { carryOut } from './carry-out.ts';
import { type CallerEvent, type Caption, SimulatedCaller } from './simulated-caller.ts';

interface TrainingCallParts {
  readonly id: CallId;
  readonly caller: TrainingCaller;
  readonly pack: Pack;
  readonly context: () => RulesContext;
  readonly startsAt: Instant;
  /** Called with every new entry, in order. */
  readonly onEntry: (entry: JournalEntry) => void;
}

const DONE: CommandResult = { ok: true };

/**
 * One simulated call. Its journal is in memory alone and never stored, so nothing of it can come
 * into records, figures, team events or sync.
 */
export class TrainingCall {
  readonly #parts: TrainingCallParts;
  readonly #caller: SimulatedCaller;
  readonly #entries: JournalEntry[] = [];
  #state: RulesState = NO_RULES;

  constructor(parts: TrainingCallParts) {
    this.#parts = parts;
    const { caller, startsAt: at, id: call } = parts;
    this.#caller = new SimulatedCaller(caller, call, at);
    const remoteParty = { number: caller.number, displayName: null };
    this.#append('practice', { type: 'ringing', call, at, remoteParty, queuedMs: null });
    this.#append('host', { type: 'number-recognised', call, at, as: caller.knownAs, promises: [] });
    if (caller.known !== null) this.#append('host', { type: 'caller-named', call, at, ...caller.known });
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  get caption(): Caption | null {
    return this.#caller.caption;
  }

  get call(): Call {
    return this.#rules.facts.call;
  }

  get isNoisy(): boolean {
    return this.#rules.facts.line.noiseSince !== null;
  }

  /** Everything that happens by itself until `now`, in the order in which it happens. */
  advance(now: Instant): void {
    for (;;) {
      const since = this.#entries.at(-1)?.event.at ?? this.#parts.startsAt;
      const deed = this.#caller.next(this.#rules, this.#parts.pack, since);
      const due = this.#due(Math.min(deed?.at ?? now, now));
      if (due !== undefined) this.#append('host', due);
      else if (deed === null || deed.at > now) return;
      else for (const { source, event } of this.#caller.carryOut(deed, this.#rules)) this.#on(source, event);
    }
  }

  /** What the panel journals. */
  record(event: AgentEvent): CommandResult {
    this.#acts(event.at);
    if (this.call.state === 'ended' && event.type !== 'wrap-up-finished') return DONE;
    this.#append('agent', event);
    this.#settle(event.at);
    return DONE;
  }

  /** Behind the same guard as the phone host's. */
  command(command: CallCommand, at: Instant): CommandResult {
    this.#acts(at);
    const { guarded } = hangUpGuard(this.#rules, indexPack(this.#parts.pack), at);
    const carried = carryOut(command, this.call, guarded, at);
    if (!carried.ok) return carried;
    for (const event of carried.events) this.#on('practice', event);
    return DONE;
  }

  /** The button that was held although the guard was up. */
  forceHangUp(at: Instant): CommandResult {
    this.#acts(at);
    const { id: call, pack } = this.#parts;
    const guard = hangUpGuard(this.#rules, indexPack(pack), at);
    if (guard.guarded) {
      const { situation, pendingSteps, pendingMs } = guard;
      this.#append('agent', { type: 'hang-up-forced', call, at, situation, pendingSteps, pendingMs });
    }
    this.#on('practice', { type: 'ended', call, at, end: { how: 'hung-up', by: 'agent' } });
    return DONE;
  }

  get #rules(): CallRules {
    const rules = callRules(this.#state, this.#parts.id);
    if (rules === undefined) throw new Error('a practice call has begun');
    return rules;
  }

  #acts(at: Instant): void {
    this.advance(at);
    this.#caller.onAgentActed(at);
  }

  #on(source: CallerEvent['source'], event: CallEvent | CallerEvent['event']): void {
    this.#append(source, event);
    if (source === 'line') return;
    // The line is listened to from the answer on: nobody speaks yet.
    if (event.type === 'answered') {
      const { call, at } = event;
      this.#append('line', { type: 'silence-began', call, at, side: 'remote', confidence: 1 });
    }
    this.#settle(event.at);
  }

  #settle(at: Instant): void {
    for (let due = this.#due(at); due !== undefined; due = this.#due(at)) this.#append('host', due);
  }

  #due(until: Instant): AgentEvent | undefined {
    return dueEvents(this.#state, this.#parts.pack, this.#parts.context(), until)[0];
  }

  #append(source: JournalSource, event: JournalEvent): void {
    const entry: JournalEntry = { seq: this.#entries.length + 1, source, event };
    this.#entries.push(entry);
    this.#state = foldRules(this.#state, entry, this.#parts.pack, this.#parts.context());
    if (event.type === 'step-done' && this.#asksName(event)) this.#caller.onNameAsked(event.at);
    this.#parts.onEntry(entry);
  }

  #asksName({ situation: id, step: at, how }: Extract<AgentEvent, { type: 'step-done' }>): boolean {
    const situation = indexPack(this.#parts.pack).byId.get(id);
    const step = situation === undefined ? undefined : stepOf(situation, at);
    return how !== 'skipped' && step?.kind === 'say' && step.asksName === true;
  }
}
