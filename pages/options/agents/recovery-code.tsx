import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import './recovery-code.css';

interface RecoveryCodeProps {
  readonly code: string;
  readonly onPrint: () => void;
  readonly onKept: () => void;
}

/** Shown once. The agent has to confirm that the code is on paper. */
export function RecoveryCode({ code, onPrint, onKept }: RecoveryCodeProps) {
  const [kept, setKept] = useState(false);
  return (
    <div class="recovery-code">
      <p>{i18n.t('vault.codeOnce')}</p>
      <output class="recovery-code__code" aria-label={i18n.t('vault.code')}>
        {code}
      </output>
      <Button onPress={onPrint}>{i18n.t('vault.print')}</Button>
      <label class="recovery-code__kept">
        <input type="checkbox" checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
        {i18n.t('vault.kept')}
      </label>
      <Button variant="main" disabled={!kept} onPress={onKept}>
        {i18n.t('vault.goOn')}
      </Button>
    </div>
  );
}
