import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { SecretField } from '../../../components/secret-field.tsx';
import type { AgentView } from '../../session/agents-view.ts';
import type { LockedStage, UnlockRefusal } from '../frame/panel-view.ts';
import './lock-screen.css';

interface LockScreenProps {
  readonly stage: LockedStage;
  readonly onUnlock: (by: 'passphrase' | 'recovery-code', secret: string) => void;
  readonly onSwitch: (agent: string) => void;
}

/**
 * Unlocks the notes. It says that a lost passphrase loses them, and that calls still come in.
 * With several agents it asks whose notes to open.
 */
export function LockScreen({ stage, onUnlock, onSwitch }: LockScreenProps) {
  const [by, setBy] = useState<'passphrase' | 'recovery-code'>('passphrase');
  const [typed, setTyped] = useState({ for: '', secret: '' });
  const passphrase = by === 'passphrase';
  const here = stage.agents.find(({ current }) => current)?.agent ?? '';
  // A secret typed for one agent is not used for another.
  const secret = typed.for === here ? typed.secret : '';
  return (
    <main class="lock-screen">
      <Icon name="lock" />
      <h1 class="lock-screen__title">{i18n.t('lock.title')}</h1>
      <p class="lock-screen__why">{i18n.t('lock.why')}</p>
      {stage.agents.length > 1 && <WhoIsHere agents={stage.agents} busy={stage.busy} onSwitch={onSwitch} />}
      <form
        class="lock-screen__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (secret !== '' && !stage.busy) onUnlock(by, secret);
        }}
      >
        <SecretField
          key={`${here} ${by}`}
          name={by}
          label={passphrase ? i18n.t('lock.passphrase') : i18n.t('lock.recoveryCode')}
          visible={!passphrase}
          problem={stage.refusal === null ? null : refusalText(stage.refusal)}
          onInput={(typedNow) => setTyped({ for: here, secret: typedNow })}
        />
        <button type="submit" class="button button--main" disabled={secret === '' || stage.busy}>
          {stage.busy ? i18n.t('lock.opening') : i18n.t('lock.open')}
        </button>
      </form>
      <Button
        variant="bare"
        onPress={() => {
          setTyped({ for: here, secret: '' });
          setBy(passphrase ? 'recovery-code' : 'passphrase');
        }}
      >
        {passphrase ? i18n.t('lock.useRecoveryCode') : i18n.t('lock.usePassphrase')}
      </Button>
      <p class="lock-screen__cost">{i18n.t('lock.cost')}</p>
    </main>
  );
}

interface WhoIsHereProps {
  readonly agents: readonly AgentView[];
  readonly busy: boolean;
  readonly onSwitch: (agent: string) => void;
}

function WhoIsHere({ agents, busy, onSwitch }: WhoIsHereProps) {
  return (
    <fieldset class="lock-screen__agents">
      <legend>{i18n.t('lock.who')}</legend>
      {agents.map(({ agent, label, current }) => (
        <button
          key={agent}
          type="button"
          class="lock-screen__agent"
          aria-pressed={current}
          disabled={busy}
          onClick={() => {
            if (!current) onSwitch(agent);
          }}
        >
          {current && <Icon name="check" />}
          <bdi>{label === '' ? i18n.t('agents.unnamed') : label}</bdi>
        </button>
      ))}
      <p class="lock-screen__own">{i18n.t('lock.own')}</p>
    </fieldset>
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
    case 'timed-out':
      return i18n.t('lock.timedOut');
  }
}
