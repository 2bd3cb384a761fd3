import type { AgentEvent } from '../../../calls/agent-event.ts';
import type { Call } from '../../../calls/call.ts';
import type { CallCommand, CommandResult } from '../../../calls/call-command.ts';
import type { CallEvent, CallId, Instant } from '../../../calls/call-event.ts';
import type { JournalEntry, JournalEvent, JournalSource } from '../../../calls/journal-entry.ts';
import type { LineEvent } from '../../../calls/line-event.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import {
  type CallerSays,
  type CallerSees,
  type CallerTurn,
  nextTurn,
} from '../../../practice/training/next-turn.ts';
import type { TrainingCaller } from '../../../practice/training/training-caller.ts';
import type { CallRules } from '../../../rules/call/call-rules.ts';
import { dueEvents } from '../../../rules/call/due-events.ts';
import { foldRules } from '../../../rules/call/fold-rules.ts';
import { hangUpGuard } from '../../../rules/call/hang-up-guard.ts';
import type { RulesContext } from '../../../rules/call/rules-context.ts';
import { callRules, NO_RULES, type RulesState } from '../../../rules/call/rules-state.ts';
import { indexPack } from '../../../rules/scripts/pack-index.ts';
import { stepOf } from '../../../rules/scripts/script-run.ts';
import { callerSees } from './caller-sees.ts';

/** What the caller said last. */
export interface Caption {
  readonly says: CallerSays;
  readonly at: Instant;
  readonly until: Instant;
}

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
/** From the answer to the first noise. */
const NOISE_AFTER_MS = 2_000;

/**
 * One simulated call: phone, line and caller. Its journal is in memory alone and never stored, so
 * nothing of it can come into records, figures, team events or sync.
 */
export class TrainingCall {
  readonly #parts: TrainingCallParts;
  readonly #entries: JournalEntry[] = [];
  readonly #had = new Set<string>();
  #state: RulesState = NO_RULES;
  #caption: Caption | null = null;
  #speaksUntil: Instant | null = null;
  #spokeAt: Instant | null = null;
  #agentActedAt: Instant;
  #nameAskedAt: Instant | null = null;

  constructor(parts: TrainingCallParts) {
    this.#parts = parts;
    const { caller, startsAt: at, id: call } = parts;
    this.#agentActedAt = at;
    const remoteParty = { number: caller.number, displayName: null };
    this.#append('practice', { type: 'ringing', call, at, remoteParty, queuedMs: null });
    this.#append('host', { type: 'number-recognised', call, at, as: caller.knownAs, promises: [] });
    if (caller.known !== null) this.#append('host', { type: 'caller-named', call, at, ...caller.known });
  }

  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  get caption(): Caption | null {
    return this.#caption;
  }

  get call(): Call {
    return this.#rules.facts.call;
  }

  /** Everything that happens by itself until `now`, in the order in which it happens. */
  advance(now: Instant): void {
    for (;;) {
      const own = this.#nextAt();
      const due = this.#due(Math.min(own ?? now, now));
      if (due !== undefined) this.#append('host', due);
      else if (own === null || own > now) return;
      else this.#happen(Math.max(own, this.#entries.at(-1)?.event.at ?? own));
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

  /** As a phone carries it out, behind the same guard as the phone host's. */
  command(command: CallCommand, at: Instant): CommandResult {
    this.#acts(at);
    const { id: call } = this.#parts;
    const { state } = this.call;
    switch (command.type) {
      case 'answer':
        if (state !== 'ringing') return { ok: false, reason: 'wrong-state' };
        this.#phone({ type: 'answering', call, at, by: 'agent' });
        this.#phone({ type: 'answered', call, at });
        return DONE;
      case 'reject':
        if (state !== 'ringing') return { ok: false, reason: 'wrong-state' };
        this.#phone({ type: 'ended', call, at, end: { how: 'rejected', sipStatus: command.sipStatus } });
        return DONE;
      case 'hang-up':
        if (hangUpGuard(this.#rules, indexPack(this.#parts.pack), at).guarded)
          return { ok: false, reason: 'script-steps-pending' };
        this.#phone({ type: 'ended', call, at, end: { how: 'hung-up', by: 'agent' } });
        return DONE;
      case 'hold':
        this.#phone({ type: 'held', call, at, holdOriginator: 'local' });
        return DONE;
      case 'resume':
        this.#phone({ type: 'resumed', call, at, holdOriginator: 'local' });
        return DONE;
      case 'mute':
        this.#phone({ type: 'muted', call, at });
        return DONE;
      case 'unmute':
        this.#phone({ type: 'unmuted', call, at });
        return DONE;
      case 'transfer-blind': {
        const { target } = command;
        this.#phone({ type: 'transfer-started', call, at, target, kind: 'blind' });
        this.#phone({ type: 'ended', call, at, end: { how: 'transferred', target } });
        return DONE;
      }
      case 'send-dtmf':
        return DONE;
      case 'dial':
      case 'transfer-attended':
        return { ok: false, reason: 'not-registered' };
    }
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
    this.#phone({ type: 'ended', call, at, end: { how: 'hung-up', by: 'agent' } });
    return DONE;
  }

  get #rules(): CallRules {
    const rules = callRules(this.#state, this.#parts.id);
    if (rules === undefined) throw new Error('a practice call has begun');
    return rules;
  }

  #acts(at: Instant): void {
    this.advance(at);
    this.#agentActedAt = at;
  }

  /** When the caller next does something: stops speaking, or takes a turn. */
  #nextAt(): Instant | null {
    const turn = nextTurn(this.#parts.caller, this.#sees());
    const times = [this.#speaksUntil, this.#noiseAt(), turn?.at ?? null].filter((at) => at !== null);
    return this.call.state === 'ended' || times.length === 0 ? null : Math.min(...times);
  }

  #happen(at: Instant): void {
    const { id: call, caller } = this.#parts;
    const noiseAt = this.#noiseAt();
    const turn = nextTurn(caller, this.#sees());
    if (this.#speaksUntil !== null && this.#speaksUntil <= at) {
      this.#speaksUntil = null;
      this.#line('silence-began', at);
    } else if (noiseAt !== null && noiseAt <= at) {
      this.#had.add('noise');
      this.#append('line', { type: 'noise-began', call, at, confidence: 1 });
    } else if (turn?.do === 'hang-up') {
      const answered = this.call.state === 'established';
      const end = answered
        ? ({ how: 'hung-up', by: 'remote-party' } as const)
        : ({ how: 'given-up' } as const);
      this.#phone({ type: 'ended', call, at, end });
    } else if (turn !== null) this.#speak(turn, at);
  }

  #speak(turn: Exclude<CallerTurn, { readonly do: 'hang-up' }>, at: Instant): void {
    const { id: call, caller } = this.#parts;
    this.#had.add(turn.key);
    if (turn.do === 'say') this.#caption = { says: turn.says, at, until: at + turn.ms };
    this.#speaksUntil = at + turn.ms;
    this.#spokeAt = this.#speaksUntil;
    this.#line('speech-began', at);
    const isQuiet = this.#rules.facts.line.quietSince !== null;
    const isFaint = caller.line === 'faint' && turn.do === 'say' && turn.says.what === 'opening';
    if (isFaint !== isQuiet) {
      const type = isFaint ? 'quiet-voice-began' : 'quiet-voice-ended';
      this.#append('line', { type, call, at, confidence: 1 });
    }
  }

  #noiseAt(): Instant | null {
    const { call } = this.#rules.facts;
    const isNoisy = this.#parts.caller.line === 'noisy' && !this.#had.has('noise');
    return isNoisy && call.state === 'established' ? call.answeredAt + NOISE_AFTER_MS : null;
  }

  #sees(): CallerSees {
    return callerSees(this.#rules, this.#parts.pack, {
      nameAskedAt: this.#nameAskedAt,
      agentActedAt: this.#agentActedAt,
      spokeAt: this.#spokeAt,
      had: this.#had,
    });
  }

  #line(type: 'speech-began' | 'silence-began', at: Instant): void {
    const event: LineEvent = { type, call: this.#parts.id, at, side: 'remote', confidence: 1 };
    this.#append('line', event);
  }

  #phone(event: CallEvent): void {
    this.#append('practice', event);
    // The line is listened to from the answer on: nobody speaks yet.
    if (event.type === 'answered') this.#line('silence-began', event.at);
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
    if (event.type === 'step-done' && this.#asksName(event)) this.#nameAskedAt ??= event.at;
    this.#parts.onEntry(entry);
  }

  #asksName({ situation: id, step: at, how }: Extract<AgentEvent, { type: 'step-done' }>): boolean {
    const situation = indexPack(this.#parts.pack).byId.get(id);
    const step = situation === undefined ? undefined : stepOf(situation, at);
    return how !== 'skipped' && step?.kind === 'say' && step.asksName === true;
  }
}
