import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { plainDigits } from '../../../calls/numbers/plain-digits.ts';
import { TextField } from '../../../components/text-field.tsx';
import { longestText } from '../../../contract/longest-text.ts';
import { settingsSchema } from '../../../contract/settings/settings.ts';
import type { AgentsAnswer } from '../../session/agents-view.ts';
import { VaultSetUp } from './vault-set-up.tsx';

interface AddAgentFormProps {
  /** While another agent is unlocked, the new agent gets the team key at once. */
  readonly unlocked: boolean;
  readonly answer: AgentsAnswer;
  readonly onAdd: (label: string, passphrase: string) => void;
}

/** Another agent of this computer: an agent number, and a passphrase of their own. */
export function AddAgentForm({ unlocked, answer, onAdd }: AddAgentFormProps) {
  const [label, setLabel] = useState('');
  const isNamed = label.trim() !== '';
  return (
    <div class="agents__form">
      {!unlocked && <p class="field__hint">{i18n.t('agents.addLocked')}</p>}
      <TextField
        name="newAgentNumber"
        label={i18n.t('agent.number')}
        hint={i18n.t('agents.addHint')}
        maxLength={longestText(settingsSchema.entries.agentNumber)}
        value={label}
        onInput={setLabel}
      />
      {isNamed && (
        <VaultSetUp
          making={answer.state === 'busy'}
          onMake={(passphrase) => onAdd(plainDigits(label).trim(), passphrase)}
        />
      )}
    </div>
  );
}
