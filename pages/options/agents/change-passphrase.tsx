import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { SecretField } from '../../../components/secret-field.tsx';
import type { AgentsAction, AgentsAnswer } from '../../session/agents-view.ts';
import { FormFoot } from '../phone/form-foot.tsx';
import { refusalOf } from './agents-refusal.ts';
import { passphraseStrength } from './passphrase-strength.ts';

interface ChangePassphraseProps {
  readonly answer: AgentsAnswer;
  readonly act: (action: AgentsAction) => void;
}

/** A new passphrase, or a new recovery code. Either needs the current passphrase or code. */
export function ChangePassphrase({ answer, act }: ChangePassphraseProps) {
  const [current, setCurrent] = useState('');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const busy = answer.state === 'busy';
  const ready = current !== '' && first === second && passphraseStrength(first) !== 'too-short';
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) act({ do: 'change-passphrase', current, next: first });
      }}
    >
      <SecretField
        name="current"
        label={i18n.t('agents.current')}
        problem={refusalOf(answer)}
        onInput={setCurrent}
      />
      <SecretField
        name="next"
        label={i18n.t('agents.next')}
        hint={i18n.t('vault.hint')}
        problem={first !== '' && passphraseStrength(first) === 'too-short' ? i18n.t('vault.tooShort') : null}
        onInput={setFirst}
      />
      <SecretField
        name="next-again"
        label={i18n.t('vault.again')}
        problem={second !== '' && first !== second ? i18n.t('vault.differs') : null}
        onInput={setSecond}
      />
      <FormFoot
        state={busy ? 'saving' : answer.state === 'passphrase-changed' ? 'saved' : 'untouched'}
        word={i18n.t('agents.change')}
        disabled={!ready}
      >
        <Button disabled={busy || current === ''} onPress={() => act({ do: 'renew-code', current })}>
          {i18n.t('agents.renewCode')}
        </Button>
      </FormFoot>
    </form>
  );
}
