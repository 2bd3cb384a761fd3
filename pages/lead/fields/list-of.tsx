import type { VNode } from 'preact';
import { i18n } from '#i18n';
import type { AnyList } from '../../../contract/pack/editor-field.ts';
import { newEntry } from './blank-value.ts';
import { EditList } from './edit-list.tsx';
import { FormSections, type Slot } from './form-sections.tsx';
import { placeName } from './place.ts';
import type { SlotProps } from './slot-props.ts';

interface ListProps extends SlotProps<AnyList> {
  /** Draws one entry. */
  readonly slotsOf: (props: SlotProps) => readonly Slot[];
}

/** A list of entries, in a fold if its editor says what the fold is called. */
export function listOf({ field, place, value, onChange, slotsOf }: ListProps): VNode {
  const { item: editor, nth, add, head, badge, folded } = field;
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const name = (n: number) => i18n.t(nth, { n: n + 1 });
  const key = placeName(place.path);
  const list = (
    <EditList
      key={key}
      place={place}
      items={items}
      onChange={onChange}
      name={name}
      {...(head === undefined
        ? {}
        : {
            head: (item, n) => [
              badge && <Badge key="badge" {...badge(item, n)} />,
              head(item, place.language, n),
            ],
          })}
      body={(item, here, change, n) => {
        const entry = { place: here, value: item, beside: items, onChange: change };
        return <FormSections slots={slotsOf({ ...entry, field: editor, label: name(n) })} />;
      }}
      adds={add.map(({ words, blank }) => ({
        words: i18n.t(words),
        make: () => newEntry(blank, editor, place, items),
      }))}
    />
  );
  return folded === undefined ? (
    list
  ) : (
    <details key={key} class="lead-fold">
      <summary>{folded(items)}</summary>
      {list}
    </details>
  );
}

function Badge({ text, strong }: { readonly text: string; readonly strong: boolean }) {
  return <span class={`step-verb${strong ? ' step-verb--strong' : ''}`}>{text}</span>;
}
