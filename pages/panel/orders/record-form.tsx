import { i18n } from '#i18n';
import { TextField } from '../../../components/text-field.tsx';
import { longestText } from '../../../contract/longest-text.ts';
import { type ComplaintRecord, complaintRecordSchema } from '../../../contract/team/work-order-parts.ts';
import type { ActOnOrders } from './orders-view.ts';
import { RemarksField } from './remarks-field.tsx';
import { SignChecks } from './sign-checks.tsx';

interface RecordFormProps {
  /** As it is stored. */
  readonly record: ComplaintRecord;
  /** As it is typed; null while it is unchanged. */
  readonly typed: ComplaintRecord | null;
  readonly act: ActOnOrders;
}

type TextName = Exclude<keyof ComplaintRecord, 'signs'>;

const SHORT = [
  ...(['region', 'happenedAt', 'product', 'fault', 'model', 'serialNumber'] as const),
  ...(['quantity', 'deliveredOn', 'address', 'mood', 'difficulty'] as const),
] satisfies readonly TextName[];
const LONG = [
  'whatHappened',
  'requestedRemedy',
  'checkedSoFar',
  'whyNotSatisfied',
] as const satisfies readonly TextName[];

/** The record of a complaint (handbook §4.1). It is internal and never sent to the customer. */
export function RecordForm({ record, typed, act }: RecordFormProps) {
  const draft = typed ?? record;
  const isKept = JSON.stringify(draft) === JSON.stringify(record);
  const set = (patch: Partial<ComplaintRecord>) =>
    act({ do: 'type', patch: { record: { ...draft, ...patch } } });
  const filled = [...SHORT, ...LONG].filter((name) => record[name] !== '').length;
  return (
    <details open={typed !== null}>
      <summary>{i18n.t('record.title', { filled, of: SHORT.length + LONG.length })}</summary>
      <form
        class="record-form"
        onSubmit={(event) => {
          event.preventDefault();
          act({ do: 'record', record: draft });
        }}
      >
        <p class="orders__hint">{i18n.t('record.internal')}</p>
        <div class="order-form__pair">
          {SHORT.map((name) => (
            <TextField
              key={name}
              name={name}
              label={i18n.t(`record.${name}`)}
              maxLength={longestText(complaintRecordSchema.entries[name])}
              value={draft[name]}
              onInput={(value) => set({ [name]: value })}
            />
          ))}
        </div>
        {LONG.map((name) => (
          <RemarksField
            key={name}
            name={name}
            label={i18n.t(`record.${name}`)}
            maxLength={longestText(complaintRecordSchema.entries[name])}
            value={draft[name]}
            onInput={(value) => set({ [name]: value })}
          />
        ))}
        <SignChecks signs={draft.signs} onSigns={(signs) => set({ signs })} />
        <button type="submit" class="button button--main" disabled={isKept}>
          {isKept ? i18n.t('common.saved') : i18n.t('common.save')}
        </button>
      </form>
    </details>
  );
}
