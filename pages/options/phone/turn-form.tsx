import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { SecretField } from '../../../components/secret-field.tsx';
import type { Settings } from '../../../contract/settings/settings.ts';
import { areTurnServers } from '../../../contract/settings/turn-server.ts';
import type { FormState } from '../frame/form-state.ts';
import type { ManagedField, OptionsAction, TurnSecretState } from '../frame/options-view.ts';
import { FormFoot } from './form-foot.tsx';
import { problemOf, type SettingsField, SettingsFields } from './settings-fields.tsx';
import './advanced-form.css';

interface TurnFormProps {
  readonly settings: Settings;
  readonly managed: readonly ManagedField[];
  readonly secret: TurnSecretState;
  readonly state: FormState;
  readonly onSave: (save: OptionsAction & { readonly do: 'save-turn' }) => void;
  readonly onForget: () => void;
}

const FIELDS: readonly SettingsField[] = [
  {
    ...{ kind: 'text', name: 'turnServer', placeholder: 'turn:' },
    label: () => i18n.t('turn.server'),
    hint: () => i18n.t('turn.serverHint'),
    problem: (value) => (areTurnServers(value) ? null : i18n.t('turn.serverProblem')),
  },
  {
    ...{ kind: 'choice', name: 'turnCredentials' },
    label: () => i18n.t('turn.credentials'),
    hint: () => i18n.t('turn.credentialsHint'),
    choices: {
      'long-term': () => i18n.t('turn.longTerm'),
      'time-limited': () => i18n.t('turn.timeLimited'),
    },
  },
  {
    ...{ kind: 'text', name: 'turnUser' },
    label: () => i18n.t('turn.user'),
    hint: () => i18n.t('turn.userHint'),
  },
];

/** The relay for calls from networks that let no other packets through. Its secret is not shown. */
export function TurnForm({ settings, managed, secret: kept, state, onSave, onForget }: TurnFormProps) {
  const [changed, setChanged] = useState<Partial<Settings>>({});
  const [secret, setSecret] = useState('');
  const draft = { ...settings, ...changed };
  const bad = FIELDS.some((field) => problemOf(field, draft) !== null);
  return (
    <details class="advanced-form">
      <summary>{i18n.t('turn.title')}</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!bad) onSave({ do: 'save-turn', settings: changed, secret: secret === '' ? null : secret });
        }}
      >
        <SettingsFields
          fields={FIELDS}
          {...{ draft, managed }}
          onChange={(patch) => setChanged({ ...changed, ...patch })}
        />
        <SecretField
          name="turnSecret"
          label={i18n.t(draft.turnCredentials === 'long-term' ? 'turn.password' : 'turn.secret')}
          hint={secretHint(kept)}
          problem={null}
          disabled={kept === 'no-vault'}
          onInput={setSecret}
        />
        <FormFoot state={state} word={i18n.t('common.save')} disabled={bad}>
          {kept === 'kept' && (
            <Button variant="bare" onPress={onForget}>
              {i18n.t('turn.forget')}
            </Button>
          )}
        </FormFoot>
      </form>
    </details>
  );
}

function secretHint(kept: TurnSecretState): string {
  switch (kept) {
    case 'no-vault':
      return i18n.t('turn.noVault');
    case 'missing':
      return i18n.t('turn.secretMissing');
    case 'kept':
      return i18n.t('turn.secretKept');
  }
}
