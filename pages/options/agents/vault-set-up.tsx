import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { SecretField } from '../../../components/secret-field.tsx';
import { FormFoot } from '../phone/form-foot.tsx';
import { type PassphraseStrength, passphraseStrength } from './passphrase-strength.ts';
import './vault-set-up.css';

export interface VaultSetUpProps {
  readonly making: boolean;
  readonly onMake: (passphrase: string) => void;
}

/** A passphrase, typed twice. The page says beforehand what a lost one costs. */
export function VaultSetUp({ making, onMake }: VaultSetUpProps) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const strength = passphraseStrength(first);
  const differs = second !== '' && first !== second;
  const ready = strength !== 'too-short' && first === second;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !making) onMake(first);
      }}
    >
      <p class="vault-set-up__cost">{i18n.t('vault.cost')}</p>
      <SecretField
        name="passphrase"
        label={i18n.t('vault.passphrase')}
        hint={first === '' ? i18n.t('vault.hint') : strengthText(strength)}
        problem={null}
        onInput={setFirst}
      />
      <SecretField
        name="passphrase-again"
        label={i18n.t('vault.again')}
        problem={differs ? i18n.t('vault.differs') : null}
        onInput={setSecond}
      />
      <FormFoot state={making ? 'saving' : 'untouched'} word={i18n.t('vault.make')} disabled={!ready} />
    </form>
  );
}

function strengthText(strength: PassphraseStrength): string {
  switch (strength) {
    case 'too-short':
      return i18n.t('vault.tooShort');
    case 'weak':
      return i18n.t('vault.weak');
    case 'fair':
      return i18n.t('vault.fair');
    case 'strong':
      return i18n.t('vault.strong');
  }
}
