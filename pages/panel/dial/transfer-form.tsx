import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { plainDigits } from '../../../calls/numbers/plain-digits.ts';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import { Button } from '../../../components/button.tsx';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { ToolSheet } from '../frame/tool-sheet.tsx';
import type { DirectoryEntryView } from './directory-views.ts';
import { PlaceHours } from './place-hours.tsx';
import './transfer-form.css';

export interface TransferFormProps {
  readonly directory: readonly DirectoryEntryView[];
  readonly onTransfer: (target: string) => void;
  /** Calls the target first, with this caller on hold. Then the two can be connected. */
  readonly onConsult: (target: string) => void;
  readonly onClose: () => void;
}

/** The transfer target: typed, or picked from the directory, which typing filters. */
export function TransferForm({ directory, onTransfer, onConsult, onClose }: TransferFormProps) {
  const [target, setTarget] = useState('');
  const wanted = plainDigits(target).trim().toLowerCase();
  const shown = directory.filter(
    ({ name, number }) => name.toLowerCase().includes(wanted) || number.includes(wanted),
  );
  const exact = directory.find(({ name }) => name.toLowerCase() === wanted);
  const typed = () => exact?.number ?? plainDigits(target).trim();
  return (
    <ToolSheet title={i18n.t('transfer.title')} onClose={onClose}>
      <form
        class="transfer-form__target"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted !== '') onTransfer(typed());
        }}
      >
        <input
          {...CUSTOMER_TEXT}
          type="text"
          maxLength={LONGEST_NUMBER}
          aria-label={i18n.t('transfer.target')}
          placeholder={i18n.t('transfer.placeholder')}
          value={target}
          onInput={(event) => setTarget(event.currentTarget.value)}
        />
        <Button disabled={wanted === ''} onPress={() => onConsult(typed())}>
          {i18n.t('transfer.consult')}
        </Button>
        <Button variant="main" disabled={wanted === ''} onPress={() => onTransfer(typed())}>
          {i18n.t('transfer.go')}
        </Button>
      </form>
      <ul class="transfer-form__list" aria-label={i18n.t('transfer.directory')}>
        {shown.map((entry) => (
          <li key={entry.key}>
            <button type="button" class="transfer-form__entry" onClick={() => onTransfer(entry.number)}>
              <span class="transfer-form__name">{entry.name}</span>
              <span class="transfer-form__number">{entry.number}</span>
              <PlaceHours {...entry} />
            </button>
          </li>
        ))}
      </ul>
    </ToolSheet>
  );
}
