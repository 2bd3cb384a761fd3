import type { ContactCategory } from '../../calls/vocabulary/contact-category.ts';
import type { NumberStatus, PromisedCall } from '../../calls/vocabulary/number-status.ts';
import type { Side } from '../../calls/vocabulary/side.ts';
import type { WaitKind } from '../../calls/vocabulary/wait-kind.ts';
import type { CallPhase } from '../../contract/pack/call-phase.ts';

/** Why a situation comes up, as kind and numbers; components/ puts it into words. Seconds are whole ones. */
export type Reason =
  | {
      readonly kind: 'answered';
      /** Full rings that went by before the answer. */
      readonly rings: number;
      readonly late: boolean;
      /** Time in the queue, where the phone system says; null otherwise. */
      readonly queuedSeconds: number | null;
    }
  | { readonly kind: 'phase'; readonly phase: CallPhase }
  | { readonly kind: 'silence'; readonly side: Side; readonly seconds: number }
  | { readonly kind: 'noise'; readonly seconds: number }
  | { readonly kind: 'quiet'; readonly seconds: number }
  | { readonly kind: 'on-hold'; readonly of: WaitKind; readonly seconds: number }
  | { readonly kind: 'back-from-hold'; readonly of: WaitKind; readonly seconds: number }
  | { readonly kind: 'wait-wanted'; readonly of: WaitKind }
  | { readonly kind: 'time-of-day'; readonly from: string; readonly to: string }
  /** `festival`: its name in the agent's language, where the day is one. */
  | { readonly kind: 'date'; readonly day: string; readonly festival: string | null }
  | { readonly kind: 'number-known'; readonly as: NumberStatus }
  | { readonly kind: 'registration-lost' }
  /** `title`: of the situation, in the agent's language. */
  | { readonly kind: 'after-situation'; readonly title: string }
  | { readonly kind: 'category'; readonly category: ContactCategory }
  | { readonly kind: 'stays-on'; readonly seconds: number }
  | { readonly kind: 'call-back-due'; readonly what: PromisedCall };
