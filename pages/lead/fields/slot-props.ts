import type { AnyField } from '../../../contract/pack/editor-field.ts';
import type { Place } from './place.ts';

/** One field of a form, whose value type is not known. */
export interface SlotProps<F = AnyField> {
  readonly field: F;
  readonly place: Place;
  readonly value: unknown;
  /** The part in which the field stands. */
  readonly beside: unknown;
  readonly label: string;
  readonly onChange: (value: unknown) => void;
}
