import type { CallEnd } from '../../../calls/call-end.ts';
import type { Instant } from '../../../calls/call-event.ts';
import type { CallerTitle } from '../../../calls/vocabulary/caller-title.ts';
import type { CallBackOutcome } from '../../../contract/pack/call-back-outcome.ts';
import type { CallBackSettings } from '../../../rules/call-backs/call-back-times.ts';
import type { CallBackWhen } from '../../../rules/call-backs/due-call-backs.ts';
import type { CallBackAttempt } from '../../../rules/call-backs/fold-call-backs.ts';
import type { Zone } from '../../../rules/time/zone-offset.ts';

/** What the time of a call-back is checked against. */
export interface TimeRules {
  readonly settings: CallBackSettings;
  readonly utcOffsetMinutes: Zone;
}

/** What is known before a call-back is planned. */
export interface PlanDraft {
  readonly number: string;
  readonly surname: string;
  readonly title: CallerTitle | null;
  readonly matter: string;
  readonly order: string | null;
  /** The note of the call in which it was promised. */
  readonly note?: string | null;
}

export const BLANK_PLAN: PlanDraft = {
  ...{ number: '', surname: '', title: null, matter: '', order: null, note: null },
};

export interface PlannedCallBack extends PlanDraft {
  readonly dueAt: Instant;
  readonly agreed: boolean;
  readonly vip: boolean;
}

export interface CallBackItemView {
  readonly id: string;
  /** As noted; hostile text. */
  readonly number: string;
  readonly surname: string;
  readonly title: CallerTitle | null;
  readonly matter: string;
  readonly vip: boolean;
  readonly agreed: boolean;
  readonly dueAt: Instant;
  /** The earliest allowed moment. */
  readonly callableAt: Instant;
  readonly latestAt: Instant;
  readonly when: CallBackWhen;
  readonly attempts: readonly CallBackAttempt[];
  /** The list with which a lead handed it out; null for none. Hostile text. */
  readonly list: string | null;
}

export interface DoneCallBackView {
  readonly id: string;
  readonly number: string;
  readonly surname: string;
  readonly title: CallerTitle | null;
  readonly at: Instant;
  /** Null if it was dropped. */
  readonly outcome: CallBackOutcome | null;
}

/** What the tab shows. */
export interface CallBacksView {
  readonly items: readonly CallBackItemView[];
  /** Today's, newest first. */
  readonly done: readonly DoneCallBackView[];
  /** Id of the opened call-back, or null. */
  readonly open: string | null;
  /** Id of the call-back that was just not answered, or null. */
  readonly unanswered: string | null;
  /** How that call ended. */
  readonly unansweredEnd: CallEnd | null;
  /** The form of a new call-back is open. */
  readonly planning: boolean;
  /** What is known of it before it is typed. */
  readonly draft: PlanDraft;
  readonly times: TimeRules;
  readonly now: Instant;
}

/** The call-back of this call, with the outcome the script suggests. */
export interface OutcomeView {
  readonly id: string;
  readonly suggested: CallBackOutcome | null;
  readonly vip: boolean;
  readonly times: TimeRules;
}

export interface OutcomeGiven {
  readonly outcome: CallBackOutcome;
  readonly remarks: string;
  /** Null: no further attempt. */
  readonly nextAt: Instant | null;
}

export type CallBacksAction =
  | { readonly do: 'plan'; readonly plan: PlannedCallBack }
  | { readonly do: 'new' }
  /** A call-back that a call left to plan, also long after the call. */
  | { readonly do: 'plan-promised'; readonly followUp: string }
  | { readonly do: 'open'; readonly id: string }
  | { readonly do: 'close' }
  | { readonly do: 'dial'; readonly id: string }
  | { readonly do: 'outcome'; readonly id: string; readonly given: OutcomeGiven }
  | { readonly do: 'move'; readonly id: string; readonly dueAt: Instant; readonly agreed: boolean }
  | { readonly do: 'drop'; readonly id: string; readonly reason: string };
