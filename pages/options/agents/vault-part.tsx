import { i18n } from '#i18n';
import { Icon } from '../../../components/icon.tsx';
import type { ActOnOptions, VaultView } from '../frame/options-view.ts';
import { RecoveryCode } from './recovery-code.tsx';
import { VaultSetUp } from './vault-set-up.tsx';

interface VaultPartProps {
  readonly vault: VaultView;
  readonly act: ActOnOptions;
}

/** The passphrase: missing, being set, or set. */
export function VaultPart({ vault, act }: VaultPartProps) {
  switch (vault.state) {
    case 'none':
    case 'lost':
    case 'making':
      return (
        <>
          {vault.state === 'lost' && (
            <p class="options__lost" role="alert">
              {i18n.t('setUp.storeLost')}
            </p>
          )}
          <VaultSetUp
            making={vault.state === 'making'}
            onMake={(passphrase) => act({ do: 'make-vault', passphrase })}
          />
        </>
      );
    case 'made':
      return (
        <RecoveryCode
          code={vault.recoveryCode}
          onPrint={() => act({ do: 'print-code' })}
          onKept={() => act({ do: 'recovery-code-kept' })}
        />
      );
    case 'open':
    case 'locked':
      return (
        <p class="options__done">
          <Icon name={vault.state === 'open' ? 'check' : 'lock'} />
          {vault.state === 'open' ? i18n.t('vault.open') : i18n.t('vault.locked')}
        </p>
      );
  }
}
