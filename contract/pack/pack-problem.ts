import type { Weekday } from './directory.ts';
import type { PlaceholderName } from './placeholders.ts';
import type { Unit } from './range.ts';

/** What an id in a pack can refer to. */
export type ReferenceTo =
  | 'step'
  | 'situation'
  | 'technique'
  | 'directory'
  | 'festival'
  | 'placeholder'
  | 'break'
  | 'owner'
  | 'work-order-kind'
  | 'stage'
  | 'deadline';

/** Text formats that the schema checks with a pattern. */
export type TextForm =
  | 'id'
  | 'version'
  | 'clock-time'
  | 'start-time'
  | 'time-zone'
  | 'day'
  | 'yearly-day'
  | 'phone-number'
  | 'called-number'
  /** A place in a message; a global variable of a page. */
  | 'path'
  | 'global-name'
  | 'handbook'
  | 'language'
  /** Every character can be stored. */
  | 'characters';

/** Why a place in a pack is invalid. `got` is its value as written in the file. */
export type PackReason =
  | {
      readonly kind: 'range';
      readonly min: number;
      readonly max: number;
      readonly unit: Unit;
      readonly got: string;
    }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'not-one-of'; readonly options: readonly string[]; readonly got: string }
  | { readonly kind: 'not-a'; readonly what: 'text' | 'yes-or-no' | 'list' | 'group'; readonly got: string }
  | { readonly kind: 'form'; readonly form: TextForm; readonly got: string }
  | { readonly kind: 'too-few'; readonly min: number; readonly got: string }
  | { readonly kind: 'too-many'; readonly max: number; readonly got: string }
  | { readonly kind: 'unknown-reference'; readonly to: ReferenceTo; readonly id: string }
  | { readonly kind: 'duplicate-id'; readonly id: string }
  /** No path through the script leads to the step. */
  | { readonly kind: 'unreachable' }
  /** An order could stay there without a running deadline. */
  | { readonly kind: 'no-clock' }
  /** Its last day is before its first. */
  | { readonly kind: 'ends-before-start' }
  /** Hours that end when they begin. */
  | { readonly kind: 'empty-span' }
  /** With other hours of the same weekday. */
  | { readonly kind: 'overlaps'; readonly day: Weekday }
  | { readonly kind: 'day-twice'; readonly day: string }
  /** A make-up workday (调休) on which nobody works. */
  | { readonly kind: 'inside-holiday'; readonly day: string }
  /** A make-up workday on a day that has the same hours without it. */
  | { readonly kind: 'worked-anyway'; readonly day: string }
  /** Rest hours that leave no time for a call-back. */
  | { readonly kind: 'whole-day' }
  /** A warning before its clock starts. */
  | { readonly kind: 'longer-than-limit' }
  /** Time alone moves an order round these stages for ever; the first stands again at the end. */
  | { readonly kind: 'circle'; readonly stages: readonly string[] }
  /** The steps loop without asking the agent. */
  | { readonly kind: 'endless' }
  /** The value may be missing and has no fallback: it belongs inside an `[optional part]`. */
  | { readonly kind: 'needs-part'; readonly placeholder: PlaceholderName }
  /** Brackets that do not match, nest, or hold no placeholder; braces that do not match. */
  | { readonly kind: 'bad-part' }
  | { readonly kind: 'forbidden-phrase'; readonly phrase: string }
  /** The script hangs up, but by its rule the caller hangs up first. */
  | { readonly kind: 'hang-up-forbidden' }
  /** The script may hang up, but lacks a hang-up step with something mandatory before it. */
  | { readonly kind: 'hang-up-unguarded' };

/** One problem of a pack: where and why. explain-issue.ts turns it into a sentence. */
export interface PackProblem {
  /** Keys and positions (from 0) of the place; an editor jumps to it. */
  readonly path: readonly (string | number)[];
  /** Id of the situation, card, entry or festival that contains it, if that id is usable. */
  readonly item: string | null;
  readonly reason: PackReason;
}
