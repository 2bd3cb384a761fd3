import { i18n } from '#i18n';
import type { Instant } from '../calls/call-event.ts';
import type { Mend } from '../contract/phone-light.ts';
import { Button } from './button.tsx';
import { mendText } from './mend-text.ts';
import type { DeskLight, StatusView } from './panel-view.ts';
import { StatusReadiness } from './shift/status-readiness.tsx';
import './status-line.css';
import { SyncMark } from './sync-mark.tsx';

export interface StatusLineProps {
  readonly status: StatusView;
  readonly menuOpen: boolean;
  readonly onMend: (mend: Mend) => void;
  readonly onMenu: () => void;
  readonly onSync: () => void;
  readonly now: Instant;
  readonly shiftOpen: boolean;
  readonly onShift: () => void;
}

export function StatusLine(props: StatusLineProps) {
  const { status, menuOpen, onMend, onMenu, onSync } = props;
  const { light, shift } = status;
  // Green says that a call would ring: it would not.
  const away = light.light === 'ready' && shift !== null && shift.readiness.state !== 'ready';
  return (
    <header class={`status-line status-line--${away ? 'away' : light.light}`}>
      <p class="status-line__light">
        {light.light !== 'no-phone' && <span class="status-line__lamp" aria-hidden="true" />}
        <span class="status-line__says">{away ? i18n.t('shift.notTaking') : lightText(light)}</span>
      </p>
      {light.light === 'out' && (
        <Button onPress={() => onMend(light.mend)}>{mendText(light.mend).action}</Button>
      )}
      {light.light !== 'out' && (
        <p class="status-line__facts">
          {status.agentNumber !== '' && shift === null && (
            <span>{i18n.t('status.agent', { number: status.agentNumber })}</span>
          )}
          <SyncMark sync={status.sync} onOpen={onSync} />
        </p>
      )}
      {shift !== null && (
        <StatusReadiness shift={shift} now={props.now} expanded={props.shiftOpen} onOpen={props.onShift} />
      )}
      <Button look="bare" icon="menu" label={i18n.t('status.menu')} expanded={menuOpen} onPress={onMenu} />
    </header>
  );
}

function lightText(light: DeskLight): string {
  switch (light.light) {
    case 'no-phone':
      return light.duty;
    case 'ready':
      return i18n.t('status.ready');
    case 'working':
      return i18n.t(`status.${light.doing}`);
    case 'out':
      return mendText(light.mend).says;
  }
}
