import type { CallerTitle } from '../../calls/vocabulary/caller-title.ts';
import type { ContactCategory } from '../../calls/vocabulary/contact-category.ts';
import type { NumberStatus } from '../../calls/vocabulary/number-status.ts';
import type { LocalizedText } from '../../contract/pack/localized-text.ts';

/** What the line of a simulated caller does, as line events. */
export type TrainingLine = 'clear' | 'silent' | 'noisy' | 'faint';

/** 1: an everyday call; 2: a bad line or a complaint; 3: a difficult caller. */
export type TrainingLevel = 1 | 2 | 3;

export type TrainingCallerId =
  | 'query'
  | 'look-up'
  | 'wrong-number'
  | 'silent'
  | 'noisy'
  | 'faint'
  | 'dialect'
  | 'complaint'
  | 'call-back'
  | 'repeat'
  | 'abusive'
  | 'harasser'
  | 'stays-on';

/**
 * A simulated caller of the panel's training mode: data. What they say is shown as a caption.
 */
export interface TrainingCaller {
  readonly id: TrainingCallerId;
  readonly level: TrainingLevel;
  /** Invented. */
  readonly number: string;
  readonly knownAs: readonly NumberStatus[];
  /** Known from an earlier note. */
  readonly known: CallerName | null;
  /** Answered when asked; null: the caller keeps it private. */
  readonly name: CallerName | null;
  readonly line: TrainingLine;
  /** After the greeting; null for a caller who says nothing. */
  readonly opening: LocalizedText | null;
  /** One after each turn of the agent. */
  readonly more: readonly LocalizedText[];
  /** The answer to a question of a script, by `situation/step`; else the first one. */
  readonly answers: Readonly<Record<string, string>>;
  /** Scripts of the shipped pack that the call needs, in this order. */
  readonly needs: readonly string[];
  readonly category: ContactCategory | null;
  /** False: the caller stays on the line after the goodbye. */
  readonly hangsUp: boolean;
}

export interface CallerName {
  readonly surname: string;
  readonly title: CallerTitle;
}
