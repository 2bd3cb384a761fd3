import type { CallId, Instant } from './call-event.ts';
import type { CallerTitle } from './vocabulary/caller-title.ts';
import type { ContactCategory } from './vocabulary/contact-category.ts';

interface Did<T extends string> {
  readonly type: T;
  readonly call: CallId;
  readonly at: Instant;
}

/** How a script came up: picked by hand, taken from a suggestion, or brought by a call event of its own accord. */
export type PickedBy = 'agent' | 'suggestion' | 'event';

/** The two ways of letting a caller wait. */
export type WaitKind = 'hold' | 'mute';

/** What the agent did that the scripts, the note or a report must know. Typed text is not among it (notes/ keeps it). */
export type AgentEvent =
  | (Did<'situation-picked'> & { readonly situation: string; readonly by: PickedBy })
  | (Did<'step-done'> & {
      readonly situation: string;
      readonly step: string;
      /**
       * `done`: said or done; where the step has a wait, the wait begins with it, else the step is left behind.
       * `skipped`: left behind unpaid. `waited`: its wait ran out. `interrupted`: speech or an answer ended its wait
       * or the whole sequence.
       */
      readonly how: 'done' | 'skipped' | 'waited' | 'interrupted';
    })
  | (Did<'step-back'> & { readonly situation: string })
  | (Did<'script-restarted'> & { readonly situation: string })
  | (Did<'script-closed'> & { readonly situation: string })
  | (Did<'branch-chosen'> & { readonly situation: string; readonly step: string; readonly option: string })
  | (Did<'suggestion-dismissed'> & { readonly situation: string })
  /** Hold or mute was pressed and the caller has not been asked yet; a second press goes through. */
  | (Did<'wait-asked'> & { readonly of: WaitKind })
  /** The agent's key for "the caller answered": does what heard speech does, where nothing listens. */
  | Did<'caller-answered'>
  | (Did<'caller-named'> & { readonly surname: string; readonly title: CallerTitle | null })
  /** Null takes the choice back. */
  | (Did<'category-chosen'> & { readonly category: ContactCategory | null })
  | (Did<'hang-up-forced'> & {
      /** Null if no script was up: the caller hangs up first all the same. */
      readonly situation: string | null;
      readonly pendingSteps: number;
      readonly pendingMs: number;
    })
  | Did<'number-revealed'>
  /** The note is finished: the panel lets go of the call. Also said of a lost call that needs nothing more. */
  | Did<'wrap-up-finished'>;
