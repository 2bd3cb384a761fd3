import type { GeneratedI18nStructure } from '#i18n';
import type { PlainKey } from '../words.ts';
import type {
  ChoiceEditor,
  ChoicesEditor,
  LimitEditor,
  LocalizedEditor,
  NamedEditor,
  NamedSetEditor,
  NumberEditor,
  Optional,
  TargetEditor,
  TextEditor,
  TickEditor,
  WordsEditor,
} from './editor-control.ts';
import type { PackLanguage } from './localized-text.ts';
import type { Thresholds } from './pack-settings.ts';
import type { Target } from './step.ts';
import type { TimeLimit } from './time-limit.ts';

/**
 * Editor fields of a part of the pack, as data: one entry for each key, in the order of the form.
 * Every required key needs an entry of a kind that fits its type; ids and discriminators (`kind`,
 * `by`, `does`) have none. pages/lead/fields/fields-of.tsx draws them.
 */
export type EditorFields<T> = {
  readonly [K in keyof T as EditedKey<T, K>]: EditorField<T[K], T>;
};

type EditedKey<T, K extends keyof T> = K extends 'id'
  ? never
  : K extends 'kind' | 'by' | 'does'
    ? string extends T[K]
      ? K
      : never
    : K;

/**
 * One field: the control for a value of type `V` in a part of type `T`, with its label and its
 * place.
 */
export type EditorField<V, T = unknown> = Labelled<Editor<V>> & {
  /** Starts a part with this heading. */
  readonly part?: PlainKey;
  /** A sentence under that heading. */
  readonly why?: PlainKey;
  /** Starts a fold that holds the remaining fields. */
  readonly fold?: PlainKey;
  /** Shown only while this holds. */
  when?(part: T): boolean;
};

type Labelled<E> = E extends { readonly kind: Unlabelled } ? E : E & { readonly label: PlainKey };

/** Kinds that are more than one control. Their own fields have the labels. */
type Unlabelled = 'group' | 'list' | 'variant';

/** The controls that can edit a value of type `V`. */
export type Editor<V> = unknown extends V
  ? AnyEditor
  : EditorOf<Exclude<V, undefined>, undefined extends V ? true : false>;

/** `O`: the value may be left out. */
type EditorOf<V, O extends boolean> = [V] extends [boolean]
  ? TickEditor
  : [V] extends [number]
    ? NumberEditor & (O extends true ? { readonly usual: keyof Thresholds } : unknown)
    : [V] extends [string]
      ? string extends V
        ? TextEditor | NamedEditor<O>
        : ChoiceEditor<V, O>
      : [V] extends [TimeLimit]
        ? LimitEditor & Optional<O>
        : [V] extends [Target]
          ? TargetEditor & (O extends true ? { readonly following: PlainKey } : unknown)
          : [V] extends [readonly (infer Item)[]]
            ? ListEditor<Item> | SetEditor<Item>
            : string extends keyof V
              ? LocalizedEditor & Optional<O>
              : GroupEditor<V, O> | VariantEditor<V, O>;

type SetEditor<Item> = Item extends string
  ? string extends Item
    ? NamedSetEditor | WordsEditor | ChoicesEditor<string>
    : ChoicesEditor<Item>
  : never;

/** A part of its own inside the part. */
type GroupEditor<V, O> = {
  readonly kind: 'group';
  readonly fields: EditorFields<V>;
  /** What a folded group says about itself. */
  folded?(value: V): string;
} & (O extends true ? { readonly blank: V; readonly present: Presence<keyof V & string> } : unknown);

/**
 * How a group that may be left out comes and goes: with a tick, with the `none` choice of one of
 * its fields, or it is left out while it equals `blank`.
 */
type Presence<Key extends string> =
  | { readonly tick: PlainKey }
  | { readonly by: Key; readonly none: PlainKey }
  | 'unless-blank';

/** One of several shapes, distinguished by the key `by`. */
type VariantEditor<V, O> = {
  [By in keyof V & string]: V[By] extends string
    ? string extends V[By]
      ? never
      : Shapes<V, By> & {
          readonly kind: 'variant';
          readonly by: By;
          readonly choices: { readonly [K in V[By]]: PlainKey };
          readonly cases: { readonly [K in V[By]]: EditorFields<Extract<V, { readonly [B in By]: K }>> };
          readonly none?: O extends true ? PlainKey : never;
        }
    : never;
}[keyof V & string];

/** For a form that changes the shape: keys that the old shape has too keep their value. */
type Shapes<V, By extends keyof V> =
  | {
      readonly label: PlainKey;
      /** A new value of each shape; see `ListEditor` for empty ids. */
      readonly blank: { readonly [K in V[By] & string]: Extract<V, { readonly [B in By]: K }> };
    }
  | { readonly label?: never; readonly blank?: never };

/** Entries in an order: add, remove, move. */
interface ListEditor<Item> {
  readonly kind: 'list';
  readonly item: Editor<Item>;
  /** How an entry is called: “Step 3”. */
  readonly nth: CountedKey;
  readonly add: readonly {
    readonly words: PlainKey;
    /**
     * An entry with an id gets the first free one that begins with the id of the blank. An empty id
     * in a required `named` field becomes the first entry of its list, so that a new entry has no
     * problem.
     */
    readonly blank: Item;
  }[];
  /** Title of an entry. Without it the entry is a bare line. */
  head?(item: Item, language: PackLanguage, n: number): string;
  /** A few words in front of the title. */
  badge?(item: Item, n: number): { readonly text: string; readonly strong: boolean };
  /** What a folded list says about itself. */
  folded?(items: readonly Item[]): string;
}

/** An editor whose value type is not known: what the renderer works with. */
export type AnyEditor =
  | TickEditor
  | (NumberEditor & { readonly usual?: keyof Thresholds })
  | TextEditor
  | (LocalizedEditor & { readonly optional?: PlainKey })
  | (LimitEditor & { readonly optional?: PlainKey })
  | (TargetEditor & { readonly following?: PlainKey })
  | ChoiceEditor<string, true>
  | NamedEditor<true>
  | ChoicesEditor<string>
  | NamedSetEditor
  | WordsEditor
  | AnyGroup
  | AnyVariant
  | AnyList;

export type AnyField = AnyEditor & {
  readonly label?: PlainKey;
  readonly part?: PlainKey;
  readonly why?: PlainKey;
  readonly fold?: PlainKey;
  when?(part: unknown): boolean;
};

export type AnyFields = Readonly<Record<string, AnyField>>;

export type AnyGroup = {
  readonly kind: 'group';
  readonly fields: AnyFields;
  folded?(value: unknown): string;
} & (
  | { readonly blank: object; readonly present: Presence<string> }
  | { readonly blank?: undefined; readonly present?: undefined }
);

export type AnyList = ListEditor<unknown>;

export interface AnyVariant {
  readonly kind: 'variant';
  readonly by: string;
  readonly label?: PlainKey;
  readonly choices: Readonly<Record<string, PlainKey>>;
  readonly blank?: Readonly<Record<string, object>>;
  readonly cases: Readonly<Record<string, AnyFields>>;
  readonly none?: PlainKey;
}

/** A message with the one value `n`. */
type CountedKey = {
  [K in keyof GeneratedI18nStructure]: GeneratedI18nStructure[K] extends { namedSubstitutions: ['n'] }
    ? K
    : never;
}[keyof GeneratedI18nStructure];
