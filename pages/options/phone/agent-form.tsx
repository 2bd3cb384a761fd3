import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { type CadenceCountry, cadenceCountrySchema } from '../../../contract/pack/ring-cadence.ts';
import type { Settings } from '../../../contract/settings/settings.ts';
import type { FormState } from '../frame/form-state.ts';
import type { ManagedField } from '../frame/options-view.ts';
import { FormFoot } from './form-foot.tsx';

interface AgentFormProps {
  readonly settings: Settings;
  readonly managed: readonly ManagedField[];
  readonly state: FormState;
  /** In a team, the lead assigns the work-order role. */
  readonly inTeam: boolean;
  readonly onSave: (settings: Partial<Settings>) => void;
}

type Draft = Pick<Settings, 'agentNumber' | 'agentName' | 'hotlineName' | 'cadence' | 'role'>;

const COUNTRIES: readonly CadenceCountry[] = cadenceCountrySchema.options;

const ROLES: readonly Settings['role'][] = ['agent', 'hotline-supervisor'];

/** What the greeting says about the agent, and the duration of a ring. */
export function AgentForm({ settings, managed, state, inTeam, onSave }: AgentFormProps) {
  const [draft, setDraft] = useState<Draft>({
    agentNumber: settings.agentNumber,
    agentName: settings.agentName,
    hotlineName: settings.hotlineName,
    cadence: settings.cadence,
    role: settings.role,
  });
  const field = (name: 'agentNumber' | 'agentName' | 'hotlineName') => ({
    name,
    value: draft[name],
    managed: managed.includes(name),
    onInput: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(draft);
      }}
    >
      <TextField {...field('agentNumber')} label={i18n.t('agent.number')} hint={i18n.t('agent.numberHint')} />
      <TextField {...field('agentName')} label={i18n.t('agent.name')} hint={i18n.t('agent.nameHint')} />
      {!inTeam && (
        <ChoiceField
          name="role"
          label={i18n.t('agent.role')}
          hint={i18n.t('agent.roleHint')}
          value={draft.role}
          managed={managed.includes('role')}
          choices={ROLES.map((id) => ({ id, label: roleText(id) }))}
          onChoice={(id) => setDraft({ ...draft, role: ROLES.find((known) => known === id) ?? 'agent' })}
        />
      )}
      <TextField
        {...field('hotlineName')}
        label={i18n.t('agent.hotline')}
        hint={i18n.t('agent.hotlineHint')}
      />
      <ChoiceField
        name="cadence"
        label={i18n.t('agent.cadence')}
        hint={i18n.t('agent.cadenceHint')}
        value={draft.cadence}
        managed={managed.includes('cadence')}
        choices={COUNTRIES.map((id) => ({ id, label: i18n.t(`agent.country.${id}`) }))}
        onChoice={(id) => setDraft({ ...draft, cadence: COUNTRIES.find((known) => known === id) ?? 'CN' })}
      />
      <FormFoot state={state} word={i18n.t('common.save')} />
    </form>
  );
}

function roleText(role: Settings['role']): string {
  return role === 'agent' ? i18n.t('agent.roles.agent') : i18n.t('agent.roles.supervisor');
}
