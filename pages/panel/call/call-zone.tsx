import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { keyLabel } from '../../../components/key-label.ts';
import type { KeyMap } from '../../session/key-map.ts';
import type { Act } from '../frame/panel-action.ts';
import { CallCard } from './call-card.tsx';
import { CallControls } from './call-controls.tsx';
import { CallStateRow } from './call-state-row.tsx';
import type { CallStage, CallTool } from './call-view.ts';
import { HangUpButton } from './hang-up-button.tsx';
import { RingActions } from './ring-actions.tsx';
import { RingDial } from './ring-dial.tsx';
import { WatchOnlyActions } from './watch-only-actions.tsx';
import './call-zone.css';

export interface CallZoneProps {
  readonly stage: CallStage;
  readonly keys: KeyMap;
  readonly now: Instant;
  readonly refusal: string | null;
  readonly act: Act;
}

/** Caller, state and actions: three rows of fixed height in every state of a call. */
export function CallZone({ stage, keys, now, refusal, act }: CallZoneProps) {
  const { call, ring } = stage;
  const tone = call.state === 'ringing' && ring !== null ? ring.moment.urgency : 'quiet';
  return (
    <section class={`call-zone call-zone--${tone}`} aria-label={i18n.t('call.region')}>
      <CallCard
        caller={stage.caller}
        call={call}
        now={now}
        onReveal={() => act({ do: 'reveal-number', call: call.id })}
      />
      <div class="call-zone__state">
        {refusal !== null ? (
          <p class="call-zone__refusal">{refusal}</p>
        ) : (
          <StateRow stage={stage} now={now} />
        )}
      </div>
      <Actions stage={stage} keys={keys} act={act} />
    </section>
  );
}

function StateRow({
  stage: { call, ring, rules, meter },
  now,
}: {
  readonly stage: CallStage;
  readonly now: Instant;
}) {
  switch (call.state) {
    case 'ringing':
      return ring === null ? null : <RingDial ring={ring} />;
    case 'answering':
      return <p class="call-zone__progress">{i18n.t('ring.connecting')}</p>;
    case 'dialling':
      return <p class="call-zone__progress">{i18n.t('call.dialling')}</p>;
    case 'remote-ringing':
      return <p class="call-zone__progress">{i18n.t('call.remoteRinging')}</p>;
    case 'established':
      return (
        <CallStateRow
          call={call}
          now={now}
          warnings={rules.holdWarning?.warnings ?? 0}
          line={rules.line}
          meter={meter}
        />
      );
  }
}

function Actions({ stage, keys, act }: Pick<CallZoneProps, 'stage' | 'keys' | 'act'>) {
  const { call, tool } = stage;
  const { guard } = stage.rules;
  if (call.watchOnly === true) {
    const onTool = (opened: CallTool) => act({ do: 'tool', tool: opened });
    return (
      <WatchOnlyActions
        tool={tool}
        mediaOnly={call.mediaOnly === true}
        onTool={call.state === 'established' ? onTool : null}
      />
    );
  }
  if (call.state === 'ringing' || call.state === 'answering') {
    return (
      <RingActions
        answerKey={keyLabel(keys.answer)}
        answering={call.state === 'answering'}
        onAnswer={() => act({ do: 'answer', call: call.id })}
        onReject={() => act({ do: 'reject', call: call.id })}
      />
    );
  }
  if (call.state === 'established') {
    return (
      <CallControls
        call={call}
        guard={guard}
        tool={tool}
        onMute={() => act({ do: 'press-mute', call: call.id })}
        onHold={() => act({ do: 'press-hold', call: call.id })}
        onTool={(opened) => act({ do: 'tool', tool: opened })}
        onHangUp={(forced) => act({ do: 'hang-up', call: call.id, forced })}
      />
    );
  }
  return (
    <div class="call-zone__single">
      <HangUpButton guard={guard} onHangUp={(forced) => act({ do: 'hang-up', call: call.id, forced })} />
    </div>
  );
}
