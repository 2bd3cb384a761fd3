import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { Button } from '../../../components/button.tsx';
import { issueText } from '../../../components/issue-text.ts';
import type { PhoneIssue } from '../../../contract/messages/phone-status.ts';
import type { ShownPhoneStatus, StatusView } from '../frame/panel-view.ts';
import { StatusReadiness } from '../shift/status-readiness.tsx';
import './status-line.css';
import { SyncMark } from './sync-mark.tsx';

export interface StatusLineProps {
  readonly status: StatusView;
  readonly menuOpen: boolean;
  readonly onFix: (issue: PhoneIssue) => void;
  readonly onMenu: () => void;
  readonly onSync: () => void;
  readonly now: Instant;
  readonly shiftOpen: boolean;
  readonly onShift: () => void;
}

export function StatusLine(props: StatusLineProps) {
  const { status, menuOpen, onFix, onMenu, onSync } = props;
  const { phoneStatus, shift } = status;
  // Not green, because a call would not ring now.
  const away = phoneStatus.status === 'ready' && shift !== null && shift.readiness.state !== 'ready';
  return (
    <header class={`status-line status-line--${away ? 'away' : phoneStatus.status}`}>
      <p class="status-line__status">
        {phoneStatus.status !== 'no-phone' && <span class="status-line__dot" aria-hidden="true" />}
        <span class="status-line__says">{away ? i18n.t('shift.unavailable') : statusText(phoneStatus)}</span>
      </p>
      {phoneStatus.status === 'out' && (
        <Button onPress={() => onFix(phoneStatus.issue)}>{issueText(phoneStatus.issue).action}</Button>
      )}
      {phoneStatus.status !== 'out' && (
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
      <Button variant="bare" icon="menu" label={i18n.t('status.menu')} expanded={menuOpen} onPress={onMenu} />
    </header>
  );
}

function statusText(phoneStatus: ShownPhoneStatus): string {
  switch (phoneStatus.status) {
    case 'no-phone':
      return phoneStatus.workOrderRole;
    case 'ready':
      return i18n.t(phoneStatus.proof === 'calls-arrive' ? 'status.ready' : 'status.readyRegistered');
    case 'working':
      return i18n.t(`status.${phoneStatus.doing}`);
    case 'out':
      return issueText(phoneStatus.issue).says;
  }
}
