import type { VNode } from 'preact';
import { i18n } from '#i18n';
import type { AnyFields, AnyGroup, AnyVariant, EditorFields } from '../../../contract/pack/editor-field.ts';
import type { PlainKey } from '../../../contract/words.ts';
import { blankOf, filledBlank, isPart, isSame, reshaped } from './blank-value.ts';
import { Control, choicesOf, isLong, noneChoice } from './control.tsx';
import { FormSections, type Slot } from './form-sections.tsx';
import { listOf } from './list-of.tsx';
import { PickField } from './pick-field.tsx';
import { into, type Place, placeName } from './place.ts';
import type { SlotProps } from './slot-props.ts';
import { TickField } from './tick-field.tsx';

interface FieldsOfProps<T> {
  readonly place: Place;
  readonly value: T;
  readonly fields: EditorFields<T>;
  readonly onChange: (value: T) => void;
}

interface ErasedProps {
  readonly place: Place;
  readonly value: unknown;
  readonly fields: AnyFields;
  readonly onChange: (value: object) => void;
}

/** Draws the fields of a part of the pack as contract/pack/editor-field.ts describes them. */
export function FieldsOf<T extends object>(props: FieldsOfProps<T>): VNode;
export function FieldsOf(props: ErasedProps): VNode {
  return <FormSections slots={slotsOfFields(props)} />;
}

/** Draws one of several fields, under its own key. */
export function FieldOf<T extends object, K extends keyof T & keyof EditorFields<T>>(
  props: FieldsOfProps<T> & { readonly name: K },
): VNode;
export function FieldOf({ name, fields, ...rest }: ErasedProps & { readonly name: string }): VNode {
  const field = fields[name];
  return (
    <FormSections slots={slotsOfFields({ ...rest, fields: field === undefined ? {} : { [name]: field } })} />
  );
}

function slotsOfFields({ place, value, fields, onChange }: ErasedProps): readonly Slot[] {
  if (!isPart(value)) return [];
  return Object.entries(fields).flatMap(([key, field]) => {
    if (field.when?.(value) === false) return [];
    const clears = field.kind === 'named' && field.clears !== undefined ? { [field.clears]: undefined } : {};
    const [first, ...more] = slotsOf({
      field,
      place: into(place, key),
      value: Reflect.get(value, key),
      beside: value,
      label: field.label === undefined ? '' : i18n.t(field.label),
      onChange: (changed) => onChange({ ...value, ...clears, [key]: changed }),
    });
    return first === undefined ? more : [{ ...first, begins: field }, ...more];
  });
}

/** The fields of a group or variant join those around them, so that short ones share a row. */
function slotsOf(props: SlotProps): readonly Slot[] {
  const { field, place, value, beside, label, onChange } = props;
  switch (field.kind) {
    case 'group':
      return slotsOfGroup({ ...props, field });
    case 'variant':
      return slotsOfVariant({ ...props, field });
    case 'list':
      return [{ long: true, node: listOf({ ...props, field, slotsOf }) }];
    default: {
      const key = placeName(place.path);
      const control = (
        <Control key={key} place={place} editor={field} {...{ label, value, beside, onChange }} />
      );
      const slots = [{ long: isLong(field), node: control }];
      if (!('optional' in field) || field.optional === undefined) return slots;
      return optionalSlots(props, field.optional, blankOf(field.kind), slots);
    }
  }
}

/** A tick, and once it is set the fields of the value. */
function optionalSlots(
  { place, value, onChange }: SlotProps<unknown>,
  tick: PlainKey,
  blank: unknown,
  slots: readonly Slot[],
): readonly Slot[] {
  const at = into(place, 'present');
  const node = (
    <TickField
      key={placeName(at.path)}
      place={at}
      label={i18n.t(tick)}
      value={value !== undefined}
      onChange={(has) => onChange(has ? blank : undefined)}
    />
  );
  return [{ long: false, node }, ...(value === undefined ? [] : slots)];
}

function slotsOfGroup(props: SlotProps<AnyGroup>): readonly Slot[] {
  const { field, place, value, onChange } = props;
  const { fields, blank, present, folded } = field;
  const slots = slotsOfFields({ place, value, fields, onChange });
  if (folded !== undefined) {
    const node = (
      <details key={placeName(place.path)} class="lead-fold">
        <summary>{folded(value)}</summary>
        <div class="lead-form__part">
          <FormSections slots={slots} />
        </div>
      </details>
    );
    return [{ long: true, node }];
  }
  if (present === undefined) return slots;
  const fresh = filledBlank(blank, field, place);
  if (present === 'unless-blank') {
    return slotsOfFields({
      place,
      value: value ?? blank,
      fields,
      onChange: (changed) => onChange(isSame(changed, blank) ? undefined : changed),
    });
  }
  if ('tick' in present) return optionalSlots(props, present.tick, fresh, slots);
  const { by, none } = present;
  const chooser = fields[by];
  if (chooser?.kind !== 'named') return slots;
  const optional: AnyFields = { [by]: { ...chooser, none } };
  return slotsOfFields({
    place,
    value: value ?? {},
    fields: value === undefined ? optional : { ...fields, ...optional },
    onChange: (changed) => {
      const chosen: unknown = Reflect.get(changed, by);
      if (chosen === undefined) onChange(undefined);
      else onChange(value === undefined && isPart(fresh) ? { ...fresh, [by]: chosen } : changed);
    },
  });
}

function slotsOfVariant({ field, place, value, onChange }: SlotProps<AnyVariant>): readonly Slot[] {
  const { by, label, choices, blank, cases, none } = field;
  const shape = isPart(value) ? String(Reflect.get(value, by)) : '';
  const fields = cases[shape] ?? {};
  const slots = slotsOfFields({ place, value, fields, onChange });
  if (blank === undefined || label === undefined) return slots;
  const at = into(place, by);
  const node = (
    <PickField
      key={placeName(at.path)}
      place={at}
      label={i18n.t(label)}
      value={shape}
      choices={[...noneChoice(none), ...choicesOf(choices)]}
      onPick={(id) => onChange(id === '' ? undefined : reshaped(value, blank[id], field, place))}
    />
  );
  return [{ long: false, node }, ...slots];
}
