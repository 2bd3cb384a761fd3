import * as v from 'valibot';
import type { EditorField, EditorFields } from '../pack/editor-field.ts';
import type { PlainKey } from '../words.ts';

/**
 * How a situation comes up: `script` shows it at once, because the event leaves no doubt and no
 * time; `suggestion` waits as a chip until the agent accepts it, and replaces nothing.
 */
const bringsSchema = v.picklist(['script', 'suggestion']);

type Brings = v.InferOutput<typeof bringsSchema>;

/** The `brings` entry of a trigger, with the default of its kind. */
export function brings(byDefault: Brings) {
  return v.optional(bringsSchema, byDefault);
}

/** The editor's field for `brings`. */
export const BRINGS: EditorField<Brings> = {
  kind: 'choice',
  label: 'lead.brings',
  choices: { script: 'lead.bringsAs.script', suggestion: 'lead.bringsAs.suggestion' },
};

/** One kind of trigger: the shape of its data, and how a lead edits it. */
interface TriggerModule<S extends v.GenericSchema<unknown, { readonly kind: string }>> {
  readonly schema: S;
  /** Name of the kind in the editor's list of kinds. */
  readonly label: PlainKey;
  /**
   * A new trigger of this kind. The editor replaces an empty id by the first entry that the field
   * can name.
   */
  readonly blank: v.InferOutput<S>;
  /** In the order of the form. */
  readonly fields: EditorFields<v.InferOutput<S>>;
}

/** Checks a kind's parts against its schema. */
export function triggerKind<S extends v.GenericSchema<unknown, { readonly kind: string }>>(
  module: TriggerModule<S>,
): TriggerModule<S> {
  return module;
}
