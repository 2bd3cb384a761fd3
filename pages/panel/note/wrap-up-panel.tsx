import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { Button } from '../../../components/button.tsx';
import { formatDuration } from '../../../components/format-time.ts';
import { outcomeText } from '../../../components/records/outcome-text.ts';
import { CallCard } from '../call/call-card.tsx';
import type { Act } from '../frame/panel-action.ts';
import { panelRest } from '../frame/panel-rest.ts';
import type { WrapUpStage } from './wrap-up-view.ts';
import './wrap-up-panel.css';

interface WrapUpPanelProps {
  readonly stage: WrapUpStage;
  readonly now: Instant;
  readonly act: Act;
}

/** After the call: the caller and the open follow-ups, above the note. */
export function WrapUpPanel({ stage, now, act }: WrapUpPanelProps) {
  const { call, caller } = stage;
  const rest = panelRest();
  const talked = call.answeredAt === null ? null : formatDuration(call.endedAt - call.answeredAt);
  return (
    <>
      <div class="wrap-up-panel__call">
        <CallCard
          caller={caller}
          call={call}
          now={now}
          onReveal={() => act({ do: 'reveal-number', call: call.id })}
        />
        <p class="wrap-up-panel__end">
          {talked !== null && <span>{talked}</span>}
          <span>{outcomeText(call.end)}</span>
        </p>
      </div>
      <div class="wrap-up-panel__form">
        {rest !== null && <rest.WrapUpForm stage={stage} now={now} act={act} />}
      </div>
    </>
  );
}

interface WrapUpFootProps extends Omit<WrapUpPanelProps, 'now'> {
  /** Shown on the button, such as `Alt+Shift+K`. */
  readonly finishKey: string;
}

/** Ends the wrap-up. Visible at any panel height. */
export function WrapUpFoot({ stage, finishKey, act }: WrapUpFootProps) {
  const hasOpenPromises = stage.promises.some((item) => !item.done);
  return (
    <div class="wrap-up-foot">
      <Button variant="main" onPress={() => act({ do: 'finish-wrap-up' })}>
        {hasOpenPromises ? i18n.t('wrapUp.finishWithOpenPromises') : i18n.t('wrapUp.finish')}
        <span class="wrap-up-foot__key" aria-hidden="true">
          {finishKey}
        </span>
      </Button>
    </div>
  );
}
