import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { CheckField } from '../../../components/check-field.tsx';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { isHeaderName, isStunServer, type Settings } from '../../../contract/settings/settings.ts';
import type { FormState } from '../frame/form-state.ts';
import type { ManagedField } from '../frame/options-view.ts';
import { FormFoot } from './form-foot.tsx';
import './advanced-form.css';

interface AdvancedFormProps {
  readonly settings: Settings;
  readonly managed: readonly ManagedField[];
  readonly state: FormState;
  readonly onSave: (settings: Partial<Settings>) => void;
}

type Draft = Pick<
  Settings,
  'autoAnswer' | 'notReadyAnswer' | 'stunServer' | 'dtmf' | 'sipRealm' | 'queueTimeHeader'
>;

const NOT_READY_ANSWERS = ['480', '486', '603', 'ring'] as const;
const NOT_READY_WORDS = {
  '480': () => i18n.t('advanced.notReady480'),
  '486': () => i18n.t('advanced.notReady486'),
  '603': () => i18n.t('advanced.notReady603'),
  ring: () => i18n.t('advanced.notReadyRing'),
};

/**
 * Settings that most teams never change, folded up. The administrator of the telephone system asks
 * for them.
 */
export function AdvancedForm({ settings, managed, state, onSave }: AdvancedFormProps) {
  const { autoAnswer, notReadyAnswer, stunServer, dtmf, sipRealm, queueTimeHeader } = settings;
  const [draft, setDraft] = useState<Draft>({
    ...{ autoAnswer, notReadyAnswer, stunServer, dtmf, sipRealm, queueTimeHeader },
  });
  const stunBad = !isStunServer(draft.stunServer.trim());
  const headerBad = !isHeaderName(draft.queueTimeHeader.trim());
  const text = (name: 'stunServer' | 'sipRealm' | 'queueTimeHeader') => ({
    name,
    value: draft[name],
    managed: managed.includes(name),
    onInput: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  const check = (name: 'autoAnswer') => ({
    name,
    checked: draft[name],
    managed: managed.includes(name),
    onCheck: (checked: boolean) => setDraft({ ...draft, [name]: checked }),
  });
  return (
    <details class="advanced-form">
      <summary>{i18n.t('advanced.title')}</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!stunBad && !headerBad) onSave(draft);
        }}
      >
        <CheckField
          {...check('autoAnswer')}
          label={i18n.t('advanced.autoAnswer')}
          hint={i18n.t('advanced.autoAnswerHint')}
        />
        <ChoiceField
          name="notReadyAnswer"
          label={i18n.t('advanced.notReady')}
          hint={i18n.t('advanced.notReadyHint')}
          value={draft.notReadyAnswer}
          managed={managed.includes('notReadyAnswer')}
          choices={NOT_READY_ANSWERS.map((id) => ({ id, label: NOT_READY_WORDS[id]() }))}
          onChoice={(id) => {
            const notReadyAnswer = NOT_READY_ANSWERS.find((answer) => answer === id);
            if (notReadyAnswer !== undefined) setDraft({ ...draft, notReadyAnswer });
          }}
        />
        <TextField
          {...text('stunServer')}
          label={i18n.t('advanced.stun')}
          placeholder="stun:"
          hint={i18n.t('advanced.stunHint')}
          problem={stunBad ? i18n.t('advanced.stunProblem') : null}
        />
        <ChoiceField
          name="dtmf"
          label={i18n.t('advanced.tones')}
          value={draft.dtmf}
          managed={managed.includes('dtmf')}
          choices={[
            { id: 'rfc4733', label: i18n.t('advanced.tonesInAudio') },
            { id: 'info', label: i18n.t('advanced.tonesByInfo') },
          ]}
          onChoice={(id) => setDraft({ ...draft, dtmf: id === 'info' ? 'info' : 'rfc4733' })}
        />
        <TextField
          {...text('sipRealm')}
          label={i18n.t('advanced.realm')}
          hint={i18n.t('advanced.realmHint')}
        />
        <TextField
          {...text('queueTimeHeader')}
          label={i18n.t('advanced.queueHeader')}
          hint={i18n.t('advanced.queueHeaderHint')}
          problem={headerBad ? i18n.t('advanced.queueHeaderProblem') : null}
        />
        <FormFoot state={state} word={i18n.t('common.save')} disabled={stunBad || headerBad} />
      </form>
    </details>
  );
}
