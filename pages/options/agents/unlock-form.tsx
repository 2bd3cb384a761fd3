import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { SecretField } from '../../../components/secret-field.tsx';
import type { AgentsAnswer } from '../../session/agents-view.ts';
import { FormFoot } from '../phone/form-foot.tsx';
import { refusalOf } from './agents-refusal.ts';

interface UnlockFormProps {
  readonly answer: AgentsAnswer;
  readonly onUnlock: (secret: string) => void;
}

/** Unlocks the current agent by passphrase or recovery code. */
export function UnlockForm({ answer, onUnlock }: UnlockFormProps) {
  const [secret, setSecret] = useState('');
  const busy = answer.state === 'busy';
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && secret !== '') onUnlock(secret);
      }}
    >
      <SecretField
        name="unlock"
        label={i18n.t('agents.secret')}
        problem={refusalOf(answer)}
        onInput={setSecret}
      />
      <FormFoot
        state="untouched"
        word={i18n.t(busy ? 'lock.opening' : 'lock.open')}
        disabled={busy || secret === ''}
      />
    </form>
  );
}
