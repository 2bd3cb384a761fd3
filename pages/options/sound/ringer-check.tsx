import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { Icon } from '../../../components/icon.tsx';
import type { ManagedField, OptionsAction, SoundView } from '../frame/options-view.ts';
import './ringer-check.css';

export interface RingerCheckProps {
  readonly sound: SoundView;
  readonly managed: readonly ManagedField[];
  readonly act: (action: OptionsAction) => void;
}

/** Output and volume of the ringer; one button plays a ring, another a caller's voice. */
export function RingerCheck({ sound, managed, act }: RingerCheckProps) {
  const percent = Math.round(sound.volume * 100);
  return (
    <div class="ringer-check">
      <ChoiceField
        name="ringer-output"
        label={i18n.t('ringer.output')}
        hint={i18n.t('ringer.outputHint')}
        value={sound.chosen}
        managed={managed.includes('ringerOutput')}
        choices={[{ id: '', label: i18n.t('ringer.default') }, ...sound.outputs]}
        onChoice={(device) => act({ do: 'choose-output', device })}
      />
      <label class="ringer-check__volume">
        <span>{i18n.t('ringer.volume')}</span>
        <input
          type="range"
          min="0"
          max="100"
          step="5"
          value={percent}
          disabled={managed.includes('ringerVolume')}
          onInput={(event) => act({ do: 'set-volume', volume: Number(event.currentTarget.value) / 100 })}
        />
        <output>{percent === 0 ? i18n.t('ringer.silent') : `${percent}%`}</output>
      </label>
      {sound.problem !== null && (
        <p class="ringer-check__problem" role="alert">
          <Icon name="warning" />
          {sound.problem === 'blocked' ? i18n.t('ringer.blocked') : i18n.t('ringer.missing')}
        </p>
      )}
      <div class="ringer-check__tests">
        <Button onPress={() => act(sound.playing === 'ring' ? { do: 'stop-test' } : { do: 'play-ring' })}>
          {sound.playing === 'ring' ? i18n.t('ringer.stop') : i18n.t('ringer.playRing')}
        </Button>
        <Button onPress={() => act(sound.playing === 'voice' ? { do: 'stop-test' } : { do: 'play-voice' })}>
          {sound.playing === 'voice' ? i18n.t('ringer.stop') : i18n.t('ringer.playVoice')}
        </Button>
      </div>
    </div>
  );
}
