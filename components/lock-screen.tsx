import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import type { LockedStage, UnlockRefusal } from './panel-view.ts';
import { SecretField } from './secret-field.tsx';
import './lock-screen.css';

interface LockScreenProps {
  readonly stage: LockedStage;
  readonly onUnlock: (by: 'passphrase' | 'recovery-code', secret: string) => void;
}

/** Opens what was written before. It says beforehand what a lost passphrase costs, and that calls still come in. */
export function LockScreen({ stage, onUnlock }: LockScreenProps) {
  const [by, setBy] = useState<'passphrase' | 'recovery-code'>('passphrase');
  const [secret, setSecret] = useState('');
  const passphrase = by === 'passphrase';
  return (
    <main class="lock-screen">
      <Icon name="lock" />
      <h1 class="lock-screen__title">{i18n.t('lock.title')}</h1>
      <p class="lock-screen__why">{i18n.t('lock.why')}</p>
      <form
        class="lock-screen__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (secret !== '' && !stage.busy) onUnlock(by, secret);
        }}
      >
        <SecretField
          key={by}
          name={by}
          label={passphrase ? i18n.t('lock.passphrase') : i18n.t('lock.recoveryCode')}
          visible={!passphrase}
          problem={stage.refusal === null ? null : refusalText(stage.refusal)}
          onInput={setSecret}
        />
        <button type="submit" class="button button--main" disabled={secret === '' || stage.busy}>
          {stage.busy ? i18n.t('lock.opening') : i18n.t('lock.open')}
        </button>
      </form>
      <Button
        look="bare"
        onPress={() => {
          setSecret('');
          setBy(passphrase ? 'recovery-code' : 'passphrase');
        }}
      >
        {passphrase ? i18n.t('lock.useRecoveryCode') : i18n.t('lock.usePassphrase')}
      </Button>
      <p class="lock-screen__cost">{i18n.t('lock.cost')}</p>
    </main>
  );
}

function refusalText(refusal: UnlockRefusal): string {
  switch (refusal) {
    case 'wrong-passphrase':
      return i18n.t('lock.wrongPassphrase');
    case 'wrong-recovery-code':
      return i18n.t('lock.wrongRecoveryCode');
    case 'damaged':
      return i18n.t('lock.damaged');
  }
}
