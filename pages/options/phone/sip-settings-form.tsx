import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { plainDigits } from '../../../calls/numbers/plain-digits.ts';
import { Button } from '../../../components/button.tsx';
import { SecretField } from '../../../components/secret-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { longestText } from '../../../contract/longest-text.ts';
import { isAllowedServerUrl, type Settings, settingsSchema } from '../../../contract/settings/settings.ts';
import { RememberChoice } from '../agents/remember-choice.tsx';
import type { FormState } from '../frame/form-state.ts';
import type { ManagedField, OptionsAction, PasswordState } from '../frame/options-view.ts';
import { FormFoot } from './form-foot.tsx';

export interface SipSettingsFormProps {
  readonly settings: Settings;
  readonly managed: readonly ManagedField[];
  readonly password: PasswordState;
  readonly state: FormState;
  readonly onSave: (save: OptionsAction & { readonly do: 'save-phone' }) => void;
  readonly onForget: () => void;
}

type Draft = Pick<Settings, 'sipServer' | 'sipDomain' | 'sipUser'>;

/** The phone system and its account. A stored password is never shown again. */
export function SipSettingsForm(props: SipSettingsFormProps) {
  const { settings, managed, password: kept } = props;
  const [draft, setDraft] = useState<Draft>({
    sipServer: settings.sipServer,
    sipDomain: settings.sipDomain,
    sipUser: settings.sipUser,
  });
  const [secret, setSecret] = useState('');
  const [remember, setRemember] = useState(kept === 'remembered');
  const serverBad = draft.sipServer !== '' && !isAllowedServerUrl(draft.sipServer.trim());
  const field = (name: keyof Draft) => ({
    name,
    value: draft[name],
    maxLength: longestText(settingsSchema.entries[name]),
    managed: managed.includes(name),
    onInput: (value: string) => setDraft({ ...draft, [name]: plainDigits(value) }),
  });
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (serverBad) return;
        props.onSave({
          do: 'save-phone',
          settings: draft,
          password: secret === '' ? null : secret,
          remember,
        });
      }}
    >
      <TextField
        {...field('sipServer')}
        label={i18n.t('phone.server')}
        placeholder="wss://"
        hint={i18n.t('phone.serverHint')}
        problem={serverBad ? i18n.t('phone.serverProblem') : null}
      />
      <TextField {...field('sipDomain')} label={i18n.t('phone.domain')} hint={i18n.t('phone.domainHint')} />
      <TextField {...field('sipUser')} label={i18n.t('phone.user')} />
      <SecretField
        name="password"
        label={i18n.t('phone.password')}
        hint={passwordHint(kept)}
        problem={null}
        disabled={managed.includes('password')}
        onInput={setSecret}
      />
      <RememberChoice remember={remember} onRemember={setRemember} />
      <FormFoot state={props.state} word={i18n.t('phone.connect')} disabled={serverBad}>
        {kept !== 'missing' && (
          <Button variant="bare" onPress={props.onForget}>
            {i18n.t('phone.forget')}
          </Button>
        )}
      </FormFoot>
    </form>
  );
}

function passwordHint(kept: PasswordState): string {
  switch (kept) {
    case 'missing':
      return i18n.t('phone.passwordMissing');
    case 'session':
      return i18n.t('phone.passwordSession');
    case 'remembered':
      return i18n.t('phone.passwordRemembered');
  }
}
