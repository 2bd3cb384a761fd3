import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { ipPhoneAddress } from '../../../contract/settings/ip-phone.ts';
import type { Settings } from '../../../contract/settings/settings.ts';
import { areSites } from '../../../contract/settings/softphone-sites.ts';
import type { FormState } from '../frame/form-state.ts';
import type { ManagedField, OptionsView, SoftphoneAccess } from '../frame/options-view.ts';
import { FormFoot } from './form-foot.tsx';
import { problemOf, type SettingsField, SettingsFields } from './settings-fields.tsx';

interface SoftphoneFormProps {
  readonly settings: Settings;
  readonly managed: readonly ManagedField[];
  readonly state: FormState;
  readonly access: SoftphoneAccess;
  readonly adapters: OptionsView['adapters'];
  readonly onSave: (settings: Partial<Settings>) => void;
}

const SOURCE: SettingsField = {
  ...{ kind: 'choice', name: 'phoneSource' },
  label: () => i18n.t('softphone.source'),
  hint: () => i18n.t('softphone.sourceHint'),
  choices: {
    sip: () => i18n.t('softphone.sources.sip'),
    'web-softphone': () => i18n.t('softphone.sources.web'),
    'phone-events': () => i18n.t('softphone.sources.phones'),
    'ip-phone': () => i18n.t('softphone.sources.ipPhone'),
  },
};
const SITES: SettingsField = {
  ...{ kind: 'text', name: 'softphoneSites' },
  label: () => i18n.t('softphone.sites'),
  hint: () => i18n.t('softphone.sitesHint'),
  placeholder: 'https://',
  problem: (value) => (areSites(value) ? null : i18n.t('softphone.sitesProblem')),
};

/** Which way speaks for a call that is seen in both. */
const READERS: SettingsField = {
  ...{ kind: 'choice', name: 'softphoneReaders' },
  label: () => i18n.t('softphone.readers'),
  hint: () => i18n.t('softphone.readersHint'),
  choices: {
    'sip adapter': () => i18n.t('softphone.readBy.sipFirst'),
    'adapter sip': () => i18n.t('softphone.readBy.productFirst'),
    adapter: () => i18n.t('softphone.readBy.productOnly'),
    sip: () => i18n.t('softphone.readBy.sipOnly'),
  },
};
const IP_PHONE: SettingsField = {
  ...{ kind: 'text', name: 'ipPhone' },
  label: () => i18n.t('softphone.ipPhone'),
  hint: () => i18n.t('softphone.ipPhoneHint'),
  placeholder: '8001',
  problem: (value) =>
    ipPhoneAddress(value, 'localhost') === null ? i18n.t('softphone.ipPhoneProblem') : null,
};
/** What each source needs to be set beside it. */
const FIELDS = {
  sip: [SOURCE],
  'web-softphone': [SOURCE, SITES],
  'ip-phone': [SOURCE, IP_PHONE],
  'phone-events': [SOURCE],
} as const satisfies Record<Settings['phoneSource'], readonly SettingsField[]>;

/** Where the calls are: in this extension, in a web page, or on a phone. */
export function SoftphoneForm({ settings, managed, state, access, adapters, onSave }: SoftphoneFormProps) {
  const [changed, setChanged] = useState<Partial<Settings>>({});
  const draft = { ...settings, ...changed };
  const isWeb = draft.phoneSource === 'web-softphone';
  const isIpPhone = draft.phoneSource === 'ip-phone';
  const isBad =
    (isWeb && (draft.softphoneSites.trim() === '' || problemOf(SITES, draft) !== null)) ||
    (isIpPhone && (draft.ipPhone.trim() === '' || problemOf(IP_PHONE, draft) !== null));
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isBad) return;
        const { phoneSource, softphoneAdapter, softphoneReaders } = draft;
        const [softphoneSites, ipPhone] = [draft.softphoneSites.trim(), draft.ipPhone.trim()];
        onSave({ phoneSource, softphoneSites, softphoneAdapter, softphoneReaders, ipPhone });
      }}
    >
      <SettingsFields
        fields={FIELDS[draft.phoneSource]}
        draft={draft}
        managed={managed}
        onChange={(patch) => setChanged({ ...changed, ...patch })}
      />
      {draft.phoneSource === 'phone-events' && <p>{i18n.t('softphone.phonesHint')}</p>}
      {isWeb && (
        <>
          <ChoiceField
            name="softphoneAdapter"
            label={i18n.t('softphone.product')}
            hint={i18n.t('softphone.productHint')}
            managed={managed.includes('softphoneAdapter')}
            value={draft.softphoneAdapter}
            choices={[
              { id: '', label: i18n.t('softphone.noProduct') },
              ...adapters.map(({ id, name }) => ({ id, label: name })),
            ]}
            onChoice={(softphoneAdapter) => setChanged({ ...changed, softphoneAdapter })}
          />
          {draft.softphoneAdapter !== '' && (
            <SettingsFields
              fields={[READERS]}
              draft={draft}
              managed={managed}
              onChange={(patch) => setChanged({ ...changed, ...patch })}
            />
          )}
        </>
      )}
      {isWeb && <p role="status">{i18n.t(`softphone.access.${access}`)}</p>}
      <FormFoot
        state={state}
        word={isWeb ? i18n.t('softphone.allow') : i18n.t('common.save')}
        disabled={isBad}
      />
    </form>
  );
}
