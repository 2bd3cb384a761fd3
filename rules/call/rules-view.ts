import type { CallId, Instant } from '../../calls/call-event.ts';
import type { PickedBy } from '../../calls/events/situation-picked.ts';
import type { WaitKind } from '../../calls/vocabulary/wait-kind.ts';
import type { CallPhase } from '../../contract/pack/call-phase.ts';
import type { Situation } from '../../contract/pack/situation.ts';
import type { Step, WaitEnder } from '../../contract/pack/step.ts';
import type { CourtesyText } from '../scripts/courtesy-text.ts';
import type { Reason } from '../triggers/trigger-rules.ts';
import type { LineStatus } from './call-facts.ts';

/** The wait of the step on screen. It begins when the step is said or done, not when it appears. */
export type RunWait =
  | { readonly state: 'to-come'; readonly totalMs: number; readonly mandatory: boolean }
  | {
      readonly state: 'running';
      readonly totalMs: number;
      readonly leftMs: number;
      readonly endsAt: Instant;
      readonly mandatory: boolean;
      readonly endedBy: readonly WaitEnder[];
    };

/** A technique card in the reader's language. */
export interface TechniqueText {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly how: string;
  readonly sayings: readonly string[];
  readonly never: string | null;
}

/** The script on screen, with every text in the context's language and its placeholders filled. */
export interface RunView {
  readonly call: CallId;
  readonly situation: Situation;
  readonly title: string;
  readonly by: PickedBy;
  readonly step: Step;
  /** From 1. */
  readonly stepNumber: number;
  readonly stepCount: number;
  /** What to say or do now, or the question of a branch. */
  readonly text: string;
  readonly wait: RunWait | null;
  /** Empty unless the step is a branch. */
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** The step after this one; null on the last and before a branch decides. */
  readonly nextText: string | null;
  readonly prohibitions: readonly string[];
  readonly techniques: readonly TechniqueText[];
  readonly canGoBack: boolean;
  /** False on a branch, and while a mandatory wait runs: then only `skip` leaves the step. */
  readonly canGoOn: boolean;
  readonly canSkip: boolean;
}

/** A situation that may fit, with the reason. It starts only when the agent accepts it. */
export interface Suggestion {
  readonly situation: string;
  readonly title: string;
  readonly reason: Reason;
  /** When the reason began to hold. */
  readonly since: Instant;
}

/**
 * Whether one press ends the call. While guarded, only a held press does, and it is journaled with
 * the pending steps. With no pending step, `callerFirst` is the reason: the caller hangs up first
 * (handbook §1.7).
 */
export type HangUpGuard =
  | { readonly guarded: false }
  | {
      readonly guarded: true;
      /** The script on screen; null if none is up. */
      readonly situation: string | null;
      readonly pendingSteps: number;
      readonly pendingMs: number;
      readonly callerFirst: boolean;
    };

/** The caller has waited too long: shown at the threshold and again after every repeat. */
export interface HoldWarning {
  readonly of: WaitKind;
  readonly since: Instant;
  readonly waitedMs: number;
  /** 1 at the threshold, 2 after the first repeat… */
  readonly warnings: number;
}

/** What the rules say about one call at one moment. */
export interface RulesView {
  /** The call of this view: the active call, else the newest; null before the first call. */
  readonly call: CallId | null;
  readonly phase: CallPhase | null;
  readonly run: RunView | null;
  /** While it rings: what will be said if it is answered now. */
  readonly ahead: RunView | null;
  /** Best first. */
  readonly suggestions: readonly Suggestion[];
  readonly guard: HangUpGuard;
  readonly holdWarning: HoldWarning | null;
  /** What is wrong with the line; null while nothing is, or nothing listens. */
  readonly line: LineStatus | null;
  /**
   * A press on hold or mute records `wait-asked` and shows the script that asks the caller; the
   * caller does not wait yet.
   */
  readonly askBeforeWait: Readonly<Record<WaitKind, boolean>>;
  /** Courtesy rules of every call, shown while no script runs. */
  readonly courtesy: CourtesyText;
  /** When the passing of time alone changes this view; null if it never does. */
  readonly nextChangeAt: Instant | null;
}
