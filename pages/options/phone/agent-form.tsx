import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Settings } from '../../../contract/settings/settings.ts';
import type { FormState } from '../frame/form-state.ts';
import type { ManagedField } from '../frame/options-view.ts';
import { COUNTRIES } from './countries.ts';
import { FormFoot } from './form-foot.tsx';
import { type SettingsField, SettingsFields } from './settings-fields.tsx';

interface AgentFormProps {
  readonly settings: Settings;
  readonly managed: readonly ManagedField[];
  readonly state: FormState;
  /** In a team, the lead assigns the work-order role. */
  readonly inTeam: boolean;
  readonly onSave: (settings: Partial<Settings>) => void;
}

const FIELDS: readonly SettingsField[] = [
  {
    ...{ kind: 'text', name: 'agentNumber', digits: true },
    label: () => i18n.t('agent.number'),
    hint: () => i18n.t('agent.numberHint'),
  },
  {
    ...{ kind: 'text', name: 'agentName' },
    label: () => i18n.t('agent.name'),
    hint: () => i18n.t('agent.nameHint'),
  },
  {
    ...{ kind: 'choice', name: 'role' },
    label: () => i18n.t('agent.role'),
    hint: () => i18n.t('agent.roleHint'),
    choices: {
      agent: () => i18n.t('agent.roles.agent'),
      'hotline-supervisor': () => i18n.t('agent.roles.supervisor'),
    },
  },
  {
    ...{ kind: 'text', name: 'hotlineName' },
    label: () => i18n.t('agent.hotline'),
    hint: () => i18n.t('agent.hotlineHint'),
  },
  {
    ...{ kind: 'choice', name: 'cadence' },
    label: () => i18n.t('agent.cadence'),
    hint: () => i18n.t('agent.cadenceHint'),
    choices: COUNTRIES,
  },
];

/** What the greeting says about the agent, and the duration of a ring. */
export function AgentForm({ settings, managed, state, inTeam, onSave }: AgentFormProps) {
  const [changed, setChanged] = useState<Partial<Settings>>({});
  const fields = inTeam ? FIELDS.filter(({ name }) => name !== 'role') : FIELDS;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(changed);
      }}
    >
      <SettingsFields
        fields={fields}
        draft={{ ...settings, ...changed }}
        managed={managed}
        onChange={(patch) => setChanged({ ...changed, ...patch })}
      />
      <FormFoot state={state} word={i18n.t('common.save')} />
    </form>
  );
}
