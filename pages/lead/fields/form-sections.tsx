import { Fragment, type VNode } from 'preact';
import { i18n } from '#i18n';
import type { AnyField } from '../../../contract/pack/editor-field.ts';
import { FormPart } from './form-part.tsx';

/** One control and how it is laid out. */
export interface Slot {
  readonly node: VNode;
  /** Takes the whole width. Short ones stand beside each other. */
  readonly long: boolean;
  /** Headings that begin here. */
  readonly begins?: Pick<AnyField, 'part' | 'why' | 'fold'>;
}

interface FormSectionsProps {
  readonly slots: readonly Slot[];
  /** Inside an entry of a list: headings are one level lower. */
  readonly nested: boolean;
}

/** Controls under their headings, in folds and rows. */
export function FormSections({ slots, nested }: FormSectionsProps) {
  return (
    <>
      {split(slots, (slot) => slot.begins?.part !== undefined).map((part) => {
        const { part: title, why } = part[0]?.begins ?? {};
        const body = <Folds slots={part} />;
        if (title === undefined) return <Fragment key="">{body}</Fragment>;
        return (
          <FormPart key={title} title={i18n.t(title)} nested={nested} {...(why && { why: i18n.t(why) })}>
            {body}
          </FormPart>
        );
      })}
    </>
  );
}

function Folds({ slots }: { readonly slots: readonly Slot[] }) {
  return (
    <>
      {split(slots, (slot) => slot.begins?.fold !== undefined).map((part) => {
        const fold = part[0]?.begins?.fold;
        if (fold === undefined) return <Rows key="" slots={part} />;
        return (
          <details key={fold} class="lead-fold">
            <summary>{i18n.t(fold)}</summary>
            <Rows slots={part} />
          </details>
        );
      })}
    </>
  );
}

function Rows({ slots }: { readonly slots: readonly Slot[] }) {
  return (
    <>
      {split(slots, (slot, before) => slot.long || before.long).map((row) =>
        row[0]?.long === true ? (
          row[0].node
        ) : (
          <div key={`row ${row[0]?.node.key}`} class="lead-row">
            {row.map(({ node }) => node)}
          </div>
        ),
      )}
    </>
  );
}

/** Cuts the list before each entry that begins something; `before`: the entry in front of it. */
function split(slots: readonly Slot[], begins: (slot: Slot, before: Slot) => boolean): readonly Slot[][] {
  const parts: Slot[][] = [];
  for (const slot of slots) {
    const last = parts.at(-1);
    const before = last?.at(-1);
    if (last === undefined || before === undefined || begins(slot, before)) parts.push([slot]);
    else last.push(slot);
  }
  return parts;
}
