import type { CallEnd } from '../../../calls/call-end.ts';
import type { Adherence } from '../../../contract/note/adherence.ts';
import type { TrainingCallerId, TrainingLevel } from '../../../practice/training/training-caller.ts';

/** Over everything while the agent practises: nobody may take it for a real call. */
export interface PracticeBannerView {
  /** What the caller says; empty before the first word. */
  readonly caption: string;
  /** The caption is being spoken. */
  readonly speaking: boolean;
  /** Voice and noise are played; captions are always there. */
  readonly sound: boolean;
}

export interface ScoredPractice {
  readonly caller: TrainingCallerId;
  readonly end: CallEnd;
  readonly adherence: Adherence;
  /** When it was answered, or rang. */
  readonly startedAt: number;
}

/** Between two practice calls. */
export interface PracticeStage {
  readonly stage: 'practice';
  /** Null before the first call. */
  readonly last: ScoredPractice | null;
  /** Of this session, the newest last; null: nothing was judged. */
  readonly scores: readonly (number | null)[];
  /** Title of a situation, in the reader's language. */
  readonly titles: Readonly<Record<string, string>>;
}

export type PracticeLevel = TrainingLevel | 'all';

export type PracticeAction =
  /** From the menu, and from an idle panel alone. */
  | { readonly do: 'begin' | 'end' }
  | { readonly do: 'sound'; readonly on: boolean }
  | { readonly do: 'ring'; readonly level: PracticeLevel };
