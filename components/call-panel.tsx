import type { Instant } from '../calls/call-event.ts';
import type { CallStage } from './call-view.ts';
import { CallZone } from './call-zone.tsx';
import { CourtesyNotes } from './courtesy-notes.tsx';
import { FloorStrip } from './floor/floor-strip.tsx';
import { HelpTool } from './floor/help-tool.tsx';
import { FollowUpTool } from './follow-up/follow-up-tool.tsx';
import { keyLabel } from './key-label.ts';
import type { KeyMap } from './key-map.ts';
import { Keypad } from './keypad.tsx';
import type { Act } from './panel-action.ts';
import { ScriptCard } from './script-card.tsx';
import { SuggestionChips } from './suggestion-chips.tsx';
import { TransferForm } from './transfer-form.tsx';

interface CallPanelProps {
  readonly stage: CallStage;
  readonly keys: KeyMap;
  readonly now: Instant;
  readonly refusal: string | null;
  readonly act: Act;
}

/** One call: who, what to say, what might fit. With the note below, four places that stand still while it lasts. */
export function CallPanel({ stage, keys, now, refusal, act }: CallPanelProps) {
  const ahead = stage.call.state === 'ringing';
  const run = ahead ? stage.rules.ahead : stage.rules.run;
  return (
    <>
      <CallZone stage={stage} keys={keys} now={now} refusal={refusal} act={act} />
      <div class="call-panel__script">
        <div class="call-panel__scroll">
          {run === null ? (
            <CourtesyNotes courtesy={stage.rules.courtesy} />
          ) : (
            <ScriptCard run={run} ahead={ahead} act={act} />
          )}
        </div>
        {stage.floor !== null && <FloorStrip floor={stage.floor} act={act} />}
        <Tool stage={stage} act={act} />
      </div>
      <SuggestionChips
        suggestions={stage.rules.suggestions}
        line={stage.rules.line}
        takeKey={keyLabel(keys.take)}
        onTake={(situation) => act({ do: 'take-suggestion', situation })}
        onDismiss={(situation) => act({ do: 'dismiss-suggestion', situation })}
      />
    </>
  );
}

function Tool({ stage, act }: Pick<CallPanelProps, 'stage' | 'act'>) {
  const close = () => act({ do: 'tool', tool: 'none' });
  switch (stage.tool) {
    case 'none':
      return null;
    case 'keypad':
      return (
        <Keypad onTones={(tones) => act({ do: 'send-tones', call: stage.call.id, tones })} onClose={close} />
      );
    case 'follow-up':
    case 'plan-call-back':
      return stage.followUp === null ? null : (
        <FollowUpTool key={stage.tool} view={stage.followUp} tool={stage.tool} act={act} />
      );
    case 'help':
      return stage.floor === null ? null : <HelpTool floor={stage.floor} act={act} />;
    case 'transfer':
      return (
        <TransferForm
          directory={stage.directory}
          onTransfer={(target) => act({ do: 'transfer', call: stage.call.id, target })}
          onConsult={(target) => act({ do: 'dial', target })}
          onClose={close}
        />
      );
  }
}
