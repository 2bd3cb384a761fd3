import type { Instant } from '../../../calls/call-event.ts';
import type { RegisterView } from '../harassment/harassment-view.ts';
import type { PlanDraft, TimeRules } from './call-backs-view.ts';

/** What can be started from a call and goes on after it. */
export interface FollowUpView {
  readonly register: RegisterView;
  readonly draft: PlanDraft;
  readonly times: TimeRules;
  /** When a call-back to this number is due; null for none. */
  readonly plannedAt: Instant | null;
  readonly now: Instant;
}
