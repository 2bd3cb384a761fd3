import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { readCount } from '../../../calls/numbers/plain-digits.ts';
import { typedNumber } from '../../../calls/numbers/typed-number.ts';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import { Confirm } from '../../../components/confirm.tsx';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { CountInput } from '../fields/count-input.tsx';

interface RetentionFormProps {
  /** Null: for ever. */
  readonly days: number | null;
  readonly onKeep: (days: number | null) => void;
}

/** How long notes and team matters are kept, on the server and on every device. */
export function RetentionForm({ days, onKeep }: RetentionFormProps) {
  const id = useId();
  const [typed, setTyped] = useState(days === null ? '' : String(days));
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{i18n.t('lead.members.retention')}</h3>
      <form
        class="lead-row"
        onSubmit={(event) => {
          event.preventDefault();
          onKeep(readCount(typed));
        }}
      >
        <div class="lead-field">
          <label for={id}>{i18n.t('lead.members.retentionDays')}</label>
          <CountInput id={id} bounds={[1, 3650]} optional typed={typed} onTyped={setTyped} />
        </div>
        <button type="submit" class="button">
          {i18n.t('common.save')}
        </button>
      </form>
    </section>
  );
}

interface ErasureFormProps {
  readonly erased: { readonly notes: number; readonly subjects: number } | null;
  readonly onErase: (number: string) => void;
}

/**
 * Erases all data of one number. The number is typed twice and confirmed, because this cannot be
 * undone.
 */
export function ErasureForm({ erased, onErase }: ErasureFormProps) {
  const id = useId();
  const [number, setNumber] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const field = (name: string, label: string, value: string, set: (value: string) => void) => (
    <div class="lead-field">
      <label for={`${id}-${name}`}>{label}</label>
      <input
        {...CUSTOMER_TEXT}
        id={`${id}-${name}`}
        inputmode="tel"
        maxLength={LONGEST_NUMBER}
        value={value}
        readOnly={asked}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
    </div>
  );
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{i18n.t('lead.members.erasure')}</h3>
      <p class="lead-field__hint">{i18n.t('lead.members.erasureWhy')}</p>
      <form
        class="lead-row"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
        }}
      >
        {field('number', i18n.t('lead.members.erasureNumber'), number, setNumber)}
        {field('again', i18n.t('lead.members.erasureAgain'), again, setAgain)}
        {!asked && (
          <button
            type="submit"
            class="button"
            disabled={number.trim() === '' || typedNumber(number) !== typedNumber(again)}
          >
            {i18n.t('lead.members.erase')}
          </button>
        )}
      </form>
      {asked && (
        <Confirm
          question={i18n.t('lead.members.eraseSure', { number })}
          sure={i18n.t('lead.members.erase')}
          onSure={() => {
            onErase(number);
            setNumber('');
            setAgain('');
            setAsked(false);
          }}
          onCancel={() => setAsked(false)}
        />
      )}
      {erased !== null && (
        <p role="status">
          {i18n.t('lead.members.erased', { notes: erased.notes, subjects: erased.subjects })}
        </p>
      )}
    </section>
  );
}
