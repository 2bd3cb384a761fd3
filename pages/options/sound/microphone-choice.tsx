import { i18n } from '#i18n';
import { CheckField } from '../../../components/check-field.tsx';
import { ChoiceField } from '../../../components/choice-field.tsx';
import type { DeviceView, ManagedField, OptionsAction, SoundSettings } from '../frame/options-view.ts';

interface MicrophoneChoiceProps {
  readonly devices: readonly DeviceView[];
  readonly settings: SoundSettings;
  readonly managed: readonly ManagedField[];
  readonly act: (action: OptionsAction) => void;
}

/** Which microphone, and what the browser does to its sound. */
export function MicrophoneChoice({ devices, settings, managed, act }: MicrophoneChoiceProps) {
  return (
    <>
      <ChoiceField
        name="microphone"
        label={i18n.t('microphone.device')}
        value={settings.microphone}
        managed={managed.includes('microphone')}
        choices={[{ id: '', label: i18n.t('microphone.default') }, ...devices]}
        onChoice={(device) => act({ do: 'save-sound', settings: { microphone: device } })}
      />
      <CheckField
        name="echoCancellation"
        label={i18n.t('microphone.echo')}
        hint={i18n.t('microphone.echoHint')}
        checked={settings.echoCancellation}
        managed={managed.includes('echoCancellation')}
        onCheck={(echoCancellation) => act({ do: 'save-sound', settings: { echoCancellation } })}
      />
      <CheckField
        name="noiseSuppression"
        label={i18n.t('microphone.noise')}
        checked={settings.noiseSuppression}
        managed={managed.includes('noiseSuppression')}
        onCheck={(noiseSuppression) => act({ do: 'save-sound', settings: { noiseSuppression } })}
      />
      <CheckField
        name="autoGainControl"
        label={i18n.t('microphone.gain')}
        checked={settings.autoGainControl}
        managed={managed.includes('autoGainControl')}
        onCheck={(autoGainControl) => act({ do: 'save-sound', settings: { autoGainControl } })}
      />
    </>
  );
}
