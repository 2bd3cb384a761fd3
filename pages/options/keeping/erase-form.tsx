import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { LONGEST_NUMBER } from '../../../calls/remote-party.ts';
import { TextField } from '../../../components/text-field.tsx';
import type { ErasureView } from './keeping-view.ts';

interface EraseFormProps {
  readonly erasure: ErasureView;
  readonly onErase: (number: string) => void;
}

/** Erases everything about a number. This cannot be undone, so the agent has to type a word. */
export function EraseForm({ erasure, onErase }: EraseFormProps) {
  const [number, setNumber] = useState('');
  const [word, setWord] = useState('');
  const wanted = i18n.t('keeping.eraseWord');
  const isMeant = number.trim() !== '' && word.trim() === wanted;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isMeant || erasure.state === 'busy') return;
        setWord('');
        onErase(number);
      }}
    >
      <h4>{i18n.t('keeping.erase')}</h4>
      <p>{i18n.t('keeping.eraseWhy')}</p>
      <TextField
        name="eraseNumber"
        label={i18n.t('keeping.eraseNumber')}
        maxLength={LONGEST_NUMBER}
        value={number}
        onInput={setNumber}
      />
      <TextField
        name="eraseWord"
        label={i18n.t('keeping.eraseConfirm', { word: wanted })}
        maxLength={40}
        value={word}
        onInput={setWord}
      />
      <div class="form-foot">
        <button type="submit" class="button keeping__erase" disabled={!isMeant || erasure.state === 'busy'}>
          {i18n.t(erasure.state === 'busy' ? 'keeping.erasing' : 'keeping.eraseNow')}
        </button>
      </div>
      <p role="status">{erasureText(erasure)}</p>
    </form>
  );
}

function erasureText(erasure: ErasureView): string {
  switch (erasure.state) {
    case 'asking':
    case 'busy':
      return '';
    case 'done': {
      const { notes, calls, later, closed, warnings } = erasure;
      return [
        i18n.t('keeping.erased', { notes, calls }),
        ...(later > 0 ? [i18n.t('keeping.erasedLater', { count: later })] : []),
        ...(closed > 0 ? [i18n.t('keeping.erasedClosed', { count: closed })] : []),
        ...(warnings > 0 ? [i18n.t('keeping.warningsStay', { count: warnings })] : []),
      ].join(' ');
    }
    case 'open':
      return i18n.t('keeping.stillOpen', { orders: erasure.orders, callBacks: erasure.callBacks });
    case 'refused':
      return i18n.t(`keeping.refused.${refusals[erasure.reason]}`);
  }
}

const refusals = { locked: 'locked', 'not-a-number': 'notANumber', failed: 'failed' } as const;
