import { i18n } from '#i18n';
import type { EstablishedCall } from '../../../calls/call.ts';
import { Icon, type IconName } from '../../../components/icon.tsx';
import type { HangUpGuard } from '../../../rules/call/rules-view.ts';
import type { CallTool } from './call-view.ts';
import { HangUpButton } from './hang-up-button.tsx';
import './call-controls.css';

export interface CallControlsProps {
  readonly call: EstablishedCall;
  readonly guard: HangUpGuard;
  readonly tool: CallTool;
  readonly onMute: () => void;
  readonly onHold: () => void;
  readonly onTool: (tool: CallTool) => void;
  readonly onHangUp: (forced: boolean) => void;
}

/** Six buttons at fixed places: mute, hold, keypad, transfer, follow-up, end. */
export function CallControls({ call, guard, tool, onMute, onHold, onTool, onHangUp }: CallControlsProps) {
  const muted = call.mutedSince !== null;
  const held = call.hold.local !== null;
  const toggle = (wanted: CallTool) => () => onTool(tool === wanted ? 'none' : wanted);
  return (
    <div class="call-controls">
      <Control icon={muted ? 'mute' : 'microphone'} pressed={muted} onPress={onMute}>
        {i18n.t('call.mute')}
      </Control>
      <Control icon={held ? 'resume' : 'hold'} pressed={held} onPress={onHold}>
        {held ? i18n.t('call.resume') : i18n.t('call.hold')}
      </Control>
      <Control icon="keypad" pressed={tool === 'keypad'} onPress={toggle('keypad')}>
        {i18n.t('call.keypad')}
      </Control>
      <Control icon="transfer" pressed={tool === 'transfer'} onPress={toggle('transfer')}>
        {i18n.t('call.transfer')}
      </Control>
      <Control
        icon="follow-up"
        pressed={tool === 'follow-up' || tool === 'plan-call-back'}
        onPress={() => onTool(tool === 'follow-up' || tool === 'plan-call-back' ? 'none' : 'follow-up')}
      >
        {i18n.t('followUp.open')}
      </Control>
      <HangUpButton guard={guard} onHangUp={onHangUp} />
    </div>
  );
}

interface ControlProps {
  readonly icon: IconName;
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: string;
}

function Control({ icon, pressed, onPress, children }: ControlProps) {
  return (
    <button
      type="button"
      class={`call-controls__control${pressed ? ' call-controls__control--on' : ''}`}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <Icon name={icon} />
      <span>{children}</span>
    </button>
  );
}
