import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { Icon } from '../../../components/icon.tsx';
import type { MicrophoneState } from '../frame/options-view.ts';
import { LevelMeter } from './level-meter.tsx';
import { PermissionPicture } from './permission-picture.tsx';
import './microphone-check.css';

export interface MicrophoneCheckProps {
  readonly microphone: MicrophoneState;
  readonly onAsk: () => void;
  readonly onTest: () => void;
  readonly onStop: () => void;
}

/** Requests the microphone, and shows beforehand what the browser will ask. */
export function MicrophoneCheck({ microphone, onAsk, onTest, onStop }: MicrophoneCheckProps) {
  switch (microphone.state) {
    case 'not-asked':
    case 'asking':
      return (
        <div class="microphone-check">
          <p>{i18n.t('microphone.before')}</p>
          <PermissionPicture />
          <Button variant="main" disabled={microphone.state === 'asking'} onPress={onAsk}>
            {microphone.state === 'asking' ? i18n.t('microphone.asking') : i18n.t('microphone.ask')}
          </Button>
        </div>
      );
    case 'granted':
      return (
        <div class="microphone-check">
          <p class="microphone-check__good">
            <Icon name="check" />
            {i18n.t('microphone.granted')}
          </p>
          {microphone.level !== null && <LevelMeter level={microphone.level} />}
          {microphone.level === null ? (
            <Button onPress={onTest}>{i18n.t('microphone.test')}</Button>
          ) : (
            <Button onPress={onStop}>{i18n.t('microphone.stop')}</Button>
          )}
        </div>
      );
    case 'denied':
      return (
        <Problem
          says={i18n.t('microphone.denied')}
          remedy={i18n.t('microphone.deniedRemedy')}
          onAsk={onAsk}
        />
      );
    case 'missing':
      return (
        <Problem
          says={i18n.t('issue.microphoneMissing')}
          remedy={i18n.t('microphone.missingRemedy')}
          onAsk={onAsk}
        />
      );
    case 'not-remembered':
      return (
        <Problem
          says={i18n.t('microphone.notRemembered')}
          remedy={i18n.t('microphone.notRememberedRemedy')}
          onAsk={onAsk}
        />
      );
  }
}

interface ProblemProps {
  readonly says: string;
  readonly remedy: string;
  readonly onAsk: () => void;
}

function Problem({ says, remedy, onAsk }: ProblemProps) {
  return (
    <div class="microphone-check">
      <p class="microphone-check__bad" role="alert">
        <Icon name="warning" />
        {says}
      </p>
      <p>{remedy}</p>
      <Button variant="main" onPress={onAsk}>
        {i18n.t('microphone.again')}
      </Button>
    </div>
  );
}
