import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import { Confirm } from '../../../components/confirm.tsx';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';

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
          onKeep(typed === '' ? null : Number(typed));
        }}
      >
        <div class="lead-field">
          <label for={id}>{i18n.t('lead.members.retentionDays')}</label>
          <input
            id={id}
            type="number"
            min={1}
            max={3650}
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          />
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
          <button type="submit" class="button" disabled={number.trim() === '' || number !== again}>
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
