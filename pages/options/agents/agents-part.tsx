import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { AddAgentForm } from './add-agent-form.tsx';
import { RecoveryCode } from './recovery-code.tsx';
import './agents.css';
import type { AgentsAction, AgentsView } from '../../session/agents-view.ts';
import { ChangePassphrase } from './change-passphrase.tsx';
import { UnlockForm } from './unlock-form.tsx';

interface AgentsPartProps {
  readonly view: AgentsView;
  readonly act: (action: AgentsAction) => void;
}

/** The agents of this computer: each reads only their own notes; the team's work is shared. */
export function AgentsPart({ view, act }: AgentsPartProps) {
  const [open, setOpen] = useState<'nothing' | 'add' | 'passphrase'>('nothing');
  if (view.newCode !== null) {
    return (
      <RecoveryCode
        code={view.newCode}
        onPrint={() => act({ do: 'print-code' })}
        onKept={() => {
          setOpen('nothing');
          act({ do: 'new-code-kept' });
        }}
      />
    );
  }
  const toggle = (part: 'add' | 'passphrase') => setOpen(open === part ? 'nothing' : part);
  return (
    <div class="agents">
      <ul class="agents__list" aria-label={i18n.t('agents.list')}>
        {view.agents.map(({ agent, label, current }) => (
          <li key={agent}>
            <span class="agents__who">
              <Icon name={current && view.unlocked ? 'check' : 'lock'} />
              <bdi>{label === '' ? i18n.t('agents.unnamed') : label}</bdi>
              {view.pending.has(agent) && <small>{i18n.t('agents.pending')}</small>}
              {current && <small>{i18n.t(view.unlocked ? 'agents.here' : 'agents.locked')}</small>}
            </span>
            {!current && (
              <Button onPress={() => act({ do: 'switch-agent', agent })}>{i18n.t('agents.switch')}</Button>
            )}
            {view.pending.has(agent) && !current && view.unlocked && (
              <ConfirmButton
                question={i18n.t('agents.approveSure', { label })}
                onSure={() => act({ do: 'approve-agent', agent })}
              >
                {i18n.t('agents.approve', { label })}
              </ConfirmButton>
            )}
            {!current && view.unlocked && (
              <ConfirmButton
                variant="bare"
                question={i18n.t('agents.removeSure', { label })}
                onSure={() => act({ do: 'remove-agent', agent })}
              >
                {i18n.t('agents.remove')}
              </ConfirmButton>
            )}
            {current && view.unlocked && (
              <Button onPress={() => act({ do: 'sign-out' })}>{i18n.t('agents.signOut')}</Button>
            )}
          </li>
        ))}
      </ul>
      {view.answer.state === 'removed' && (
        <p role="status">
          {i18n.t('agents.removed', { label: view.answer.label, count: view.answer.unsent })}
        </p>
      )}
      {view.removed.length > 0 && (
        <ul class="agents__list" aria-label={i18n.t('agents.left')}>
          {view.removed.map(({ agent, label, unsent }) => (
            <li key={agent}>
              <span class="agents__who">
                <bdi>{label}</bdi> <small>{i18n.t('agents.leftWith', { count: unsent })}</small>
              </span>
              {view.unlocked && (
                <ConfirmButton
                  variant="bare"
                  question={i18n.t('agents.approveSure', { label })}
                  onSure={() => act({ do: 'approve-agent', agent })}
                >
                  {i18n.t('agents.return')}
                </ConfirmButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {view.teamLocked && (
        <p class="field__hint">
          <Icon name="lock" /> {i18n.t('agents.teamLocked')}
        </p>
      )}
      {!view.unlocked && (
        <UnlockForm answer={view.answer} onUnlock={(secret) => act({ do: 'unlock', secret })} />
      )}
      <div class="agents__more">
        <Button expanded={open === 'add'} onPress={() => toggle('add')}>
          {i18n.t('agents.add')}
        </Button>
        <Button expanded={open === 'passphrase'} onPress={() => toggle('passphrase')}>
          {i18n.t('agents.passphrase')}
        </Button>
      </div>
      {open === 'add' && (
        <AddAgentForm
          unlocked={view.unlocked}
          answer={view.answer}
          onAdd={(label, passphrase) => act({ do: 'add-agent', label, passphrase })}
        />
      )}
      {open === 'passphrase' && <ChangePassphrase answer={view.answer} act={act} />}
    </div>
  );
}
