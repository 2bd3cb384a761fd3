import type { EndedCall } from '../../../calls/call.ts';
import type { Instant } from '../../../calls/call-event.ts';
import type { LineTrouble } from '../../../calls/line-troubles.ts';
import type { NoteField } from '../../../contract/pack/follow-up.ts';
import type { CallerView, CallTool } from '../call/call-view.ts';
import type { OutcomeView } from '../call-backs/call-backs-view.ts';
import type { FollowUpView } from '../call-backs/follow-up-view.ts';
import type { BreakChoice } from '../shift/shift-view.ts';
import type { NoteView } from './note-view.ts';
import type { UnfinishedView } from './unfinished-wrap-ups.tsx';

/** A follow-up of the call, such as a work order with its clock. */
export interface PromiseView {
  readonly id: string;
  readonly what: string;
  readonly done: boolean;
  /** Counted from when it was said; null for an agreed time. */
  readonly dueAt: Instant | null;
  /** What it is done with. */
  readonly by: 'work-order' | 'order-remark' | 'call-back';
  /** Its key in what is stored for the team; none in practice. */
  readonly followUp?: string;
}

export interface WrapUpStage {
  readonly stage: 'wrap-up';
  readonly call: EndedCall;
  readonly caller: CallerView;
  readonly since: Instant;
  readonly promises: readonly PromiseView[];
  readonly tool: CallTool;
  readonly followUp: FollowUpView;
  /** The call-back this call was made for; null for none, or if its outcome is stored. */
  readonly callBack: OutcomeView | null;
  /** Offered after abuse. */
  readonly breakOffer: BreakChoice | null;
  /** Troubles that the line analyser found. */
  readonly line: readonly LineTrouble[];
  readonly note: NoteView;
  /** Other wrap-ups, which come back after this one. */
  readonly unfinished: readonly UnfinishedView[];
  /** What the note needs, by the situations of the call. */
  readonly asked: readonly NoteField[];
}
