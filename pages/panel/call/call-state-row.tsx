import { i18n } from '#i18n';
import type { EstablishedCall } from '../../../calls/call.ts';
import type { Instant } from '../../../calls/call-event.ts';
import { formatDuration } from '../../../components/format-time.ts';
import { Icon } from '../../../components/icon.tsx';
import { lineHint } from '../../../components/records/line-text.ts';
import { transferFailureText } from '../../../components/records/outcome-text.ts';
import type { LineMeterMessage } from '../../../contract/messages/line-meter-message.ts';
import type { LineStatus } from '../../../rules/call/call-facts.ts';
import { LineMeter } from './line-meter.tsx';
import './call-state-row.css';

interface CallStateRowProps {
  readonly call: EstablishedCall;
  readonly now: Instant;
  /** How often the rules warned about this wait. */
  readonly warnings: number;
  readonly line: LineStatus | null;
  readonly meter: LineMeterMessage | null;
}

/**
 * Duration, hold or mute, and the level meter, in the place of the ring dial. A hint, a warning
 * about the wait or the reason of a failed transfer replaces the meter.
 */
export function CallStateRow({ call, now, warnings, line, meter }: CallStateRowProps) {
  const { local, remote } = call.hold;
  const hint = lineHint(line, call);
  const transferFailure =
    call.transfer.state === 'failed' ? transferFailureText(call.transfer.sipStatus) : null;
  const mutedTalk = line?.finding === 'agent-muted' && hint !== null;
  const isLongWait = warnings > 0 && (local !== null || call.mutedSince !== null);
  return (
    <p class="call-state-row">
      <span class="call-state-row__time">{formatDuration(now - call.answeredAt)}</span>
      {local !== null && (
        <span class={`call-state-row__state${warnings > 0 ? ' call-state-row__state--long' : ''}`}>
          <Icon name={warnings > 0 ? 'warning' : 'hold'} />
          {i18n.t(warnings > 0 ? 'call.heldLong' : 'call.held', { time: formatDuration(now - local) })}
        </span>
      )}
      {local === null && call.mutedSince !== null && !mutedTalk && (
        <span class="call-state-row__state call-state-row__state--long">
          <Icon name={warnings > 0 ? 'warning' : 'mute'} />
          {i18n.t(warnings > 0 ? 'call.mutedLong' : 'call.muted', {
            time: formatDuration(now - call.mutedSince),
          })}
        </span>
      )}
      {local === null && remote !== null && (
        <span class="call-state-row__state">{i18n.t('call.heldByCaller')}</span>
      )}
      {call.transfer.state === 'under-way' && (
        <span class="call-state-row__state">{i18n.t('call.transferring')}</span>
      )}
      {call.transfer.state === 'failed' && (
        <span class="call-state-row__state call-state-row__state--failed">
          <Icon name="warning" />
          {transferFailure === null
            ? i18n.t('call.transferFailed')
            : i18n.t('call.transferFailedWhy', { why: transferFailure })}
        </span>
      )}
      {hint !== null && (
        <span class="call-state-row__state call-state-row__state--long" title={hint}>
          <Icon name="warning" />
          <span class="call-state-row__hint">{hint}</span>
        </span>
      )}
      {hint === null && transferFailure === null && !isLongWait && meter !== null && (
        <LineMeter reading={meter} />
      )}
    </p>
  );
}
