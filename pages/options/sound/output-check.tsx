import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { Icon } from '../../../components/icon.tsx';
import type { ManagedField, OptionsAction, SoundView } from '../frame/options-view.ts';
import { VolumeField } from './volume-field.tsx';
import './output-check.css';

export interface OutputCheckProps {
  readonly sound: SoundView;
  readonly managed: readonly ManagedField[];
  readonly act: (action: OptionsAction) => void;
}

/** Output and volume of the ringer; a button plays a ring. */
export function RingerCheck(props: OutputCheckProps) {
  return (
    <OutputCheck
      {...props}
      of="ring"
      name="ringer"
      output="ringerOutput"
      volume="ringerVolume"
      words={{
        output: i18n.t('ringer.output'),
        hint: i18n.t('ringer.outputHint'),
        volume: i18n.t('ringer.volume'),
        play: i18n.t('ringer.playRing'),
      }}
    />
  );
}

/** Output and volume of callers' voices; a button plays a tone there. */
export function VoiceCheck(props: OutputCheckProps) {
  return (
    <OutputCheck
      {...props}
      of="voice"
      name="voice"
      output="voiceOutput"
      volume="voiceVolume"
      words={{
        output: i18n.t('voice.output'),
        hint: i18n.t('voice.outputHint'),
        volume: i18n.t('voice.volume'),
        play: i18n.t('ringer.playVoice'),
      }}
    />
  );
}

interface OneOutputProps extends OutputCheckProps {
  readonly of: 'ring' | 'voice';
  readonly name: 'ringer' | 'voice';
  readonly output: 'ringerOutput' | 'voiceOutput';
  readonly volume: 'ringerVolume' | 'voiceVolume';
  readonly words: Readonly<Record<'output' | 'hint' | 'volume' | 'play', string>>;
}

function OutputCheck({ of, name, output, volume, words, sound, managed, act }: OneOutputProps) {
  const isPlaying = sound.playing === of;
  return (
    <div class={`output-check ${name}-check`}>
      <ChoiceField
        name={`${name}-output`}
        label={words.output}
        hint={words.hint}
        value={sound.settings[output]}
        managed={managed.includes(output)}
        choices={[{ id: '', label: i18n.t('ringer.default') }, ...sound.outputs]}
        onChoice={(device) => act({ do: 'save-sound', settings: { [output]: device } })}
      />
      <VolumeField
        label={words.volume}
        volume={sound.settings[volume]}
        managed={managed.includes(volume)}
        onVolume={(level) => act({ do: 'save-sound', settings: { [volume]: level } })}
      />
      {sound.problem?.of === of && (
        <p class="output-check__problem" role="alert">
          <Icon name="warning" />
          {sound.problem.why === 'blocked' ? i18n.t('ringer.blocked') : i18n.t('ringer.missing')}
        </p>
      )}
      <div class={`output-check__tests ${name}-check__tests`}>
        <Button
          onPress={() => act({ do: isPlaying ? 'stop-test' : of === 'ring' ? 'play-ring' : 'play-voice' })}
        >
          {isPlaying ? i18n.t('ringer.stop') : words.play}
        </Button>
      </div>
    </div>
  );
}
