import type { Instant } from '../../../calls/call-event.ts';
import type { PendingView } from '../follow-ups/pending-view.ts';
import type { ArrivalView } from '../shift/arrival-view.ts';
import type { SignInView } from '../shift/shift-view.ts';
import type { PastCallView } from './today-list.tsx';

export interface FiguresView {
  readonly answered: number;
  /** Answered within the ring limit. */
  /** Answered calls that were seen to ring: the share in time is of these. */
  readonly timed: number;
  readonly answeredInTime: number;
  readonly missed: number;
  /** Mean talk time, ms; null before the first call. */
  readonly meanTalkMs: number | null;
}

export interface DueView {
  readonly id: string;
  readonly what: string;
  readonly dueAt: Instant;
  readonly late: boolean;
  /** What a click opens. */
  readonly opens: 'order' | 'call-back';
}

export interface LastNoteView {
  readonly id: string;
  readonly at: Instant;
  readonly caller: string;
  readonly text: string;
}

export interface IdleStage {
  readonly stage: 'idle';
  /** Null while a shift is on. */
  readonly signIn: SignInView | null;
  /** When the next shift begins, from 15 minutes before; else null. */
  readonly arrival: ArrivalView | null;
  readonly figures: FiguresView;
  /** What this agent's calls left to do. */
  readonly followUps: readonly PendingView[];
  readonly due: readonly DueView[];
  readonly lastNotes: readonly LastNoteView[];
  /** Newest first. */
  readonly today: readonly PastCallView[];
}
