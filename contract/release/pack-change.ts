import type { LocalizedText } from '../pack/localized-text.ts';
import type { Unit } from '../pack/range.ts';

/** A value in a pack, as a lead reads it. */
export type PackValue =
  | { readonly is: 'nothing' }
  | { readonly is: 'number'; readonly number: number; readonly unit: Unit | null }
  | { readonly is: 'yes-no'; readonly yes: boolean }
  /** An id, a time, a number to dial: the same in every language. */
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'text'; readonly text: LocalizedText }
  /** A whole step, trigger, technique card…, as in the pack schema. */
  | { readonly is: 'part'; readonly part: unknown };

/** A list entry on the path to the change. */
export interface PackPlace {
  /** Name of the list: `situations`, `steps`, `triggers`… */
  readonly list: string;
  /** From 0, in the new pack; of something removed, in the old one. */
  readonly position: number;
  /** If the entries of the list have ids. */
  readonly id: string | null;
}

/** One difference between two packs, as data: the page writes the sentence. */
export interface PackChange {
  /** Keys and positions in the new pack (if removed, in the old one), for a jump in the editor. */
  readonly path: readonly (string | number)[];
  /** Such as `silent-caller`, then its step 4. Empty for a field of the pack itself. */
  readonly places: readonly PackPlace[];
  /** Field names within the last entry, such as `['wait', 'seconds']`. Empty: the whole entry. */
  readonly field: readonly string[];
  /** For a change in a wait: its number within the script, from 1. Null for any other. */
  readonly nthWait: number | null;
  readonly what:
    | { readonly kind: 'set'; readonly from: PackValue; readonly to: PackValue }
    | { readonly kind: 'added'; readonly value: PackValue }
    | { readonly kind: 'removed'; readonly value: PackValue }
    /** Positions from 0. */
    | { readonly kind: 'moved'; readonly from: number; readonly to: number };
}
