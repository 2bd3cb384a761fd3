import type { PlaceholderName } from './placeholders.ts';
import type { Unit } from './range.ts';

/** What an id in a pack can point to. */
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

/** Shapes of text that a pattern demands. */
export type TextForm =
  | 'id'
  | 'version'
  | 'clock-time'
  | 'day'
  | 'yearly-day'
  | 'phone-number'
  | 'handbook'
  | 'language';

/** Why something in a pack will not do. `got` is what stands there, written as in the file. */
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
  /** No way through the script leads to the step. */
  | { readonly kind: 'unreachable' }
  /** An order could stand there with no clock running. */
  | { readonly kind: 'no-clock' }
  /** Its last day is before its first. */
  | { readonly kind: 'ends-before-start' }
  /** The steps run in a circle without ever asking the agent. */
  | { readonly kind: 'endless' }
  /** May be missing, and has no fallback: it must stand inside an `[optional part]`. */
  | { readonly kind: 'needs-part'; readonly placeholder: PlaceholderName }
  /** Brackets that do not match, nest, or hold no placeholder; braces that do not match. */
  | { readonly kind: 'bad-part' }
  | { readonly kind: 'forbidden-phrase'; readonly phrase: string }
  /** The script hangs up, but its rule says that the caller hangs up first. */
  | { readonly kind: 'hang-up-forbidden' }
  /** The script may hang up, but has no hang-up step, or nothing mandatory before it. */
  | { readonly kind: 'hang-up-unguarded' };

/** One thing wrong with a pack: where, and why. Told to people by contract/pack/explain-issue.ts. */
export interface PackProblem {
  /** Keys and positions (from 0) down to the place, for an editor to jump to. */
  readonly path: readonly (string | number)[];
  /** Id of the situation, card, entry or festival it stands in, where it has a usable one. */
  readonly item: string | null;
  readonly reason: PackReason;
}
