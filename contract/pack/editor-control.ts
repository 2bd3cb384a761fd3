import type { PlainKey } from '../words.ts';

/** A tick in front of a value that may be left out. */
export type Optional<O> = O extends true ? { readonly optional: PlainKey } : unknown;

export interface TickEditor {
  readonly kind: 'tick';
}

export interface NumberEditor {
  readonly kind: 'number';
  readonly unit?: PlainKey;
}

export interface TextEditor {
  readonly kind: 'text' | 'day';
  /** A time, a day or a telephone number: its digits are kept in ASCII. */
  readonly digits?: true;
}

export interface LocalizedEditor {
  readonly kind: 'localized';
}

export interface LimitEditor {
  readonly kind: 'limit';
}

export interface TargetEditor {
  readonly kind: 'target';
}

/** One of a closed list. A value without words does not compile. */
export interface ChoiceEditor<Id extends string, O = false> {
  readonly kind: 'choice';
  readonly choices: Readonly<Record<Id, PlainKey>>;
  /** The choice that leaves the value out. */
  readonly none?: O extends true ? PlainKey : never;
}

/** The id of another entry of the pack. */
export interface NamedEditor<O = false> {
  readonly kind: 'named';
  readonly from: NamedSource;
  readonly none?: O extends true ? PlainKey : never;
  /** A key beside it whose value only makes sense with the old choice. */
  readonly clears?: string;
}

/** Lists of the pack whose entries others name by id. */
export type NamedSource =
  | 'directory'
  | 'breaks'
  | 'festivals'
  | 'situations'
  | 'techniques'
  | 'owners'
  | 'work-order-kinds'
  /** Of the work order kind in which the field stands. */
  | 'stages'
  | 'deadlines'
  /** Of the situation named beside the field. */
  | 'steps-of-situation';

export interface NamedSetEditor {
  readonly kind: 'named-set';
  readonly from: NamedSource;
}

/** A few words in one line. */
export interface WordsEditor {
  readonly kind: 'words';
}

export interface ChoicesEditor<Id extends string> {
  readonly kind: 'choices';
  readonly choices: Readonly<Record<Id, PlainKey>>;
}
