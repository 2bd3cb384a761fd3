import type { EndedCall } from '../../../calls/call.ts';
import type { Instant } from '../../../calls/call-event.ts';
import type { LineTrouble } from '../../../calls/line-troubles.ts';
import type { NoteAnswers, NoteDetailsView, NoteView } from '../../../components/records/note-view.ts';
import type { CallerView, CallTool } from '../call/call-view.ts';
import type { OutcomeView } from '../call-backs/call-backs-view.ts';
import type { FollowUpView } from '../call-backs/follow-up-view.ts';
import type { BreakChoice } from '../shift/shift-view.ts';

/** Something the call left owing, such as a work order with its clock. */
export interface PromiseView {
  readonly id: string;
  readonly what: string;
  readonly done: boolean;
  /** What settles it. */
  readonly by: 'work-order' | 'call-back';
}

export interface WrapUpStage {
  readonly stage: 'wrap-up';
  readonly call: EndedCall;
  readonly caller: CallerView;
  readonly since: Instant;
  readonly promises: readonly PromiseView[];
  readonly answers: NoteAnswers;
  readonly tool: CallTool;
  readonly followUp: FollowUpView;
  /** The call was made for a call-back; null if not, or its outcome is kept already. */
  readonly callBack: OutcomeView | null;
  /** After abuse a break is offered. */
  readonly breakOffer: BreakChoice | null;
  readonly details: NoteDetailsView;
  /** What the ear found wrong with the line. */
  readonly line: readonly LineTrouble[];
  readonly note: NoteView;
}
