import type { Instant } from '../../../calls/call-event.ts';
import { formatDuration } from '../../../components/format-time.ts';
import { outcomeText } from '../../../components/records/today-list.tsx';
import { CallCard } from '../call/call-card.tsx';
import type { Act } from '../frame/panel-action.ts';
import { WrapUpForm } from './wrap-up-form.tsx';
import type { WrapUpStage } from './wrap-up-view.ts';

interface WrapUpPanelProps {
  readonly stage: WrapUpStage;
  readonly now: Instant;
  readonly act: Act;
}

/** After the call: the same caller on top and what is still owed, above the same note. */
export function WrapUpPanel({ stage, now, act }: WrapUpPanelProps) {
  const { call, caller } = stage;
  const talked = call.answeredAt === null ? null : formatDuration(call.endedAt - call.answeredAt);
  return (
    <>
      <div class="wrap-up-panel__call">
        <CallCard
          caller={caller}
          direction={call.direction}
          now={now}
          onReveal={() => act({ do: 'reveal-number', call: call.id })}
        />
        <p class="wrap-up-panel__end">
          {talked !== null && <span>{talked}</span>}
          <span>{outcomeText(call.end)}</span>
        </p>
      </div>
      <div class="wrap-up-panel__form">
        <WrapUpForm stage={stage} now={now} act={act} />
      </div>
    </>
  );
}
