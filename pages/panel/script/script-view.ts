import type { CallId } from '../../../calls/call-event.ts';
import type { Suggestion } from '../../../rules/call/rules-view.ts';
import type { RingMoment } from '../../../rules/ring/ring-timer.ts';

/** The ring timer at this moment. */
export interface RingView {
  readonly moment: RingMoment;
  /** Rings within which the call must be answered. */
  readonly limit: number;
  /** Length of one ring, ms. */
  readonly ringMs: number;
}

export interface ScriptChoice {
  readonly situation: string;
  readonly title: string;
  /** Where the query matched, or the first sentence. */
  readonly excerpt: string;
  /** Number key that picks it, 1–9; null if not pinned. */
  readonly pin: number | null;
}

/** The suggestion that is shown, and how many there are. */
export interface ShownSuggestion {
  readonly suggestion: Suggestion;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** The situation that `turn-to-suggestion` shows next. */
  readonly next: string;
}

/** The one the agent turned to as long as it is offered, else the best. Null without any. */
export function shownSuggestion(
  suggestions: readonly Suggestion[],
  turnedTo: string,
): ShownSuggestion | null {
  const at = Math.max(
    0,
    suggestions.findIndex(({ situation }) => situation === turnedTo),
  );
  const suggestion = suggestions[at];
  const next = suggestions[(at + 1) % suggestions.length];
  if (suggestion === undefined || next === undefined) return null;
  return { suggestion, number: at + 1, count: suggestions.length, next: next.situation };
}

export type ScriptAction =
  | {
      readonly do:
        | 'next-step'
        | 'skip-step'
        | 'caller-answered'
        | 'step-back'
        | 'restart-script'
        | 'close-script';
    }
  | { readonly do: 'choose-branch'; readonly option: string }
  | { readonly do: 'pick-script'; readonly situation: string }
  | { readonly do: 'pick-pinned'; readonly pin: number }
  | {
      readonly do: 'accept-suggestion' | 'dismiss-suggestion' | 'turn-to-suggestion';
      readonly situation: string;
    }
  | { readonly do: 'reveal-number'; readonly call: CallId };
