import type { CallEnd } from '../calls/call-end.ts';
import type { CallId, Instant } from '../calls/call-event.ts';

import type { SignInView } from './shift/shift-view.ts';

export interface FiguresView {
  readonly answered: number;
  /** Answered within the ring limit. */
  readonly answeredInTime: number;
  readonly missed: number;
  /** Mean talk time, ms; null before the first call. */
  readonly meanTalkMs: number | null;
}

export interface DueView {
  readonly id: string;
  readonly what: string;
  readonly dueAt: Instant;
  /** What a press opens. */
  readonly opens: 'order' | 'call-back';
}

export interface LastNoteView {
  readonly id: string;
  readonly at: Instant;
  readonly caller: string;
  readonly text: string;
}

export interface PastCallView {
  readonly call: CallId;
  readonly direction: 'inbound' | 'outbound';
  readonly startedAt: Instant;
  readonly number: string;
  readonly end: CallEnd;
  /** Null if it was never answered. */
  readonly talkMs: number | null;
}

export interface IdleStage {
  readonly stage: 'idle';
  /** Null while a shift is on. */
  readonly signIn: SignInView | null;
  readonly figures: FiguresView;
  readonly due: readonly DueView[];
  readonly lastNotes: readonly LastNoteView[];
  /** Newest first. */
  readonly today: readonly PastCallView[];
}
