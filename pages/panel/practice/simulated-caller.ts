import type { CallEvent, CallId, Instant } from '../../../calls/call-event.ts';
import type { LineEvent } from '../../../calls/line-event.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { type CallerSays, type CallerTurn, nextTurn } from '../../../practice/training/next-turn.ts';
import type { TrainingCaller } from '../../../practice/training/training-caller.ts';
import type { CallRules } from '../../../rules/call/call-rules.ts';
import { callerSees } from './caller-sees.ts';

/** What the caller said last. */
export interface Caption {
  readonly says: CallerSays;
  readonly at: Instant;
  readonly until: Instant;
}

/** What happens next on the caller's side, if the agent does nothing before it. */
export type CallerDeed =
  | { readonly does: 'fall-silent' | 'make-noise'; readonly at: Instant }
  | { readonly does: 'turn'; readonly turn: CallerTurn; readonly at: Instant };

export type CallerEvent =
  | { readonly source: 'line'; readonly event: LineEvent }
  | { readonly source: 'practice'; readonly event: CallEvent };

/** From the answer to the first noise. */
const NOISE_AFTER_MS = 2_000;

/** The caller of a practice call and their line: what they noticed, and what they do. */
export class SimulatedCaller {
  readonly #caller: TrainingCaller;
  readonly #call: CallId;
  readonly #had = new Set<string>();
  #caption: Caption | null = null;
  #speaksUntil: Instant | null = null;
  #spokeAt: Instant | null = null;
  #agentActedAt: Instant;
  #nameAskedAt: Instant | null = null;

  constructor(caller: TrainingCaller, call: CallId, startsAt: Instant) {
    this.#caller = caller;
    this.#call = call;
    this.#agentActedAt = startsAt;
  }

  get caption(): Caption | null {
    return this.#caption;
  }

  onAgentActed(at: Instant): void {
    this.#agentActedAt = at;
  }

  onNameAsked(at: Instant): void {
    this.#nameAskedAt ??= at;
  }

  /** Of several at one time the first of them; nothing before `since`. Null: the call is over. */
  next(rules: CallRules, pack: Pack, since: Instant): CallerDeed | null {
    const { call } = rules.facts;
    if (call.state === 'ended') return null;
    const sees = callerSees(rules, pack, {
      ...{ nameAskedAt: this.#nameAskedAt, agentActedAt: this.#agentActedAt },
      ...{ spokeAt: this.#spokeAt, had: this.#had },
    });
    const turn = nextTurn(this.#caller, sees);
    const isNoisy = this.#caller.line === 'noisy' && !this.#had.has('noise');
    const noiseAt = isNoisy && call.state === 'established' ? call.answeredAt + NOISE_AFTER_MS : null;
    const deeds: readonly (CallerDeed | null)[] = [
      this.#speaksUntil === null ? null : { does: 'fall-silent', at: this.#speaksUntil },
      noiseAt === null ? null : { does: 'make-noise', at: noiseAt },
      turn === null ? null : { does: 'turn', turn, at: turn.at },
    ];
    return deeds
      .filter((deed) => deed !== null)
      .map((deed) => ({ ...deed, at: Math.max(deed.at, since) }))
      .reduce<CallerDeed | null>(
        (first, deed) => (first === null || deed.at < first.at ? deed : first),
        null,
      );
  }

  carryOut(deed: CallerDeed, rules: CallRules): readonly CallerEvent[] {
    const { at } = deed;
    switch (deed.does) {
      case 'fall-silent':
        this.#speaksUntil = null;
        return [this.#line('silence-began', at)];
      case 'make-noise':
        this.#had.add('noise');
        return [{ source: 'line', event: { type: 'noise-began', call: this.#call, at, confidence: 1 } }];
      case 'turn':
        return deed.turn.do === 'hang-up' ? [this.#hangUp(rules, at)] : this.#speak(deed.turn, rules, at);
    }
  }

  #hangUp({ facts }: CallRules, at: Instant): CallerEvent {
    const end =
      facts.call.state === 'established'
        ? ({ how: 'hung-up', by: 'remote-party' } as const)
        : ({ how: 'given-up' } as const);
    return { source: 'practice', event: { type: 'ended', call: this.#call, at, end } };
  }

  #speak(
    turn: Exclude<CallerTurn, { readonly do: 'hang-up' }>,
    { facts }: CallRules,
    at: Instant,
  ): readonly CallerEvent[] {
    this.#had.add(turn.key);
    if (turn.do === 'say') this.#caption = { says: turn.says, at, until: at + turn.ms };
    this.#speaksUntil = at + turn.ms;
    this.#spokeAt = this.#speaksUntil;
    const isQuiet = facts.line.quietSince !== null;
    const isFaint = this.#caller.line === 'faint' && turn.do === 'say' && turn.says.what === 'opening';
    const type = isFaint ? 'quiet-voice-began' : 'quiet-voice-ended';
    const voice: LineEvent = { type, call: this.#call, at, confidence: 1 };
    const spoke = this.#line('speech-began', at);
    return isFaint === isQuiet ? [spoke] : [spoke, { source: 'line', event: voice }];
  }

  #line(type: 'speech-began' | 'silence-began', at: Instant): CallerEvent {
    return { source: 'line', event: { type, call: this.#call, at, side: 'remote', confidence: 1 } };
  }
}
