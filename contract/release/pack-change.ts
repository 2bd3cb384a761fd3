import type { LocalizedText } from '../pack/localized-text.ts';
import type { Unit } from '../pack/range.ts';

/** What stands somewhere in a pack, as a lead reads it. */
export type PackValue =
  | { readonly is: 'nothing' }
  | { readonly is: 'number'; readonly number: number; readonly unit: Unit | null }
  | { readonly is: 'yes-no'; readonly yes: boolean }
  /** An id, a time, a number to dial: the same in every language. */
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'text'; readonly text: LocalizedText }
  /** A step, a trigger, a technique card…: whole, and shaped as the pack schema has it. */
  | { readonly is: 'part'; readonly part: unknown };

/** An entry of a list on the way to the change. */
export interface PackPlace {
  /** Name of the list: `situations`, `steps`, `triggers`… */
  readonly list: string;
  /** From 0, in the new pack; of something removed, in the old one. */
  readonly position: number;
  /** Where the entries of the list have one. */
  readonly id: string | null;
}

/** One difference between two packs: data only; whoever shows it makes the sentence. */
export interface PackChange {
  /** Keys and positions in the new pack (of something removed, in the old one), for an editor to jump to. */
  readonly path: readonly (string | number)[];
  /** `silent-caller`, then its step 4. Empty for what belongs to the pack as a whole. */
  readonly places: readonly PackPlace[];
  /** Names from the last place on: `['wait', 'seconds']`. Empty for the place as a whole. */
  readonly field: readonly string[];
  /** For a change in a wait: it is the n-th of its script, from 1. Null for any other. */
  readonly nthWait: number | null;
  readonly what:
    | { readonly kind: 'set'; readonly from: PackValue; readonly to: PackValue }
    | { readonly kind: 'added'; readonly value: PackValue }
    | { readonly kind: 'removed'; readonly value: PackValue }
    /** Before another entry than it was; positions from 0. */
    | { readonly kind: 'moved'; readonly from: number; readonly to: number };
}
