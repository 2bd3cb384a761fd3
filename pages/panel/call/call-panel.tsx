import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { keyLabel } from '../../../components/key-label.ts';
import type { KeyMap } from '../../session/key-map.ts';
import type { Act } from '../frame/panel-action.ts';
import { panelRest } from '../frame/panel-rest.ts';
import { HelpStrip } from '../help/help-strip.tsx';
import { UnfinishedWrapUps } from '../note/unfinished-wrap-ups.tsx';
import { CourtesyNotes } from '../script/courtesy-notes.tsx';
import { PlaceChoice } from '../script/place-choice.tsx';
import { ScriptCard } from '../script/script-card.tsx';
import { SuggestionChips } from '../script/suggestion-chips.tsx';
import type { CallStage } from './call-view.ts';
import { CallZone } from './call-zone.tsx';
import { TeamContacts } from './team-contacts.tsx';

interface CallPanelProps {
  readonly stage: CallStage;
  readonly keys: KeyMap;
  readonly now: Instant;
  readonly refusal: string | null;
  readonly act: Act;
}

/** One call: caller, script, suggestions. Nothing moves while the call lasts. */
export function CallPanel({ stage, keys, now, refusal, act }: CallPanelProps) {
  const ahead = stage.call.state === 'ringing';
  const openCase = stage.caller.history?.openCase ?? null;
  const run = ahead ? stage.rules.ahead : stage.rules.run;
  return (
    <>
      <CallZone stage={stage} keys={keys} now={now} refusal={refusal} act={act} />
      <div class="call-panel__script">
        {openCase !== null && (
          <p class="call-panel__case">
            <span class="visually-hidden">{i18n.t('caller.openCase')}</span> {openCase}
          </p>
        )}
        <div class="call-panel__scroll">
          <PlaceChoice places={stage.places} act={act} />
          {run === null ? (
            <CourtesyNotes courtesy={stage.rules.courtesy} />
          ) : (
            <ScriptCard run={run} ahead={ahead} act={act} />
          )}
          <TeamContacts contacts={stage.contacts} remarks={stage.customerRemarks} now={now} />
          <UnfinishedWrapUps items={stage.unfinished} now={now} />
        </div>
        {stage.help !== null && <HelpStrip view={stage.help} act={act} />}
        <Tool stage={stage} act={act} />
      </div>
      <SuggestionChips
        shown={stage.suggestion}
        line={stage.rules.line}
        acceptKey={keyLabel(keys.accept)}
        act={act}
      />
    </>
  );
}

function Tool({ stage, act }: Pick<CallPanelProps, 'stage' | 'act'>) {
  const close = () => act({ do: 'tool', tool: 'none' });
  const rest = stage.tool === 'none' ? null : panelRest();
  if (rest === null) return null;
  switch (stage.tool) {
    case 'none':
      return null;
    case 'keypad':
      return (
        <rest.Keypad
          onTones={(tones) => act({ do: 'send-tones', call: stage.call.id, tones })}
          onClose={close}
        />
      );
    case 'follow-up':
    case 'plan-call-back':
      return stage.followUp === null ? null : (
        <rest.FollowUpTool key={stage.tool} view={stage.followUp} tool={stage.tool} act={act} />
      );
    case 'fields':
      return <rest.AskedFieldsTool stage={stage} act={act} onClose={close} />;
    case 'help':
      return stage.help === null ? null : <rest.HelpTool view={stage.help} act={act} />;
    case 'transfer':
      return (
        <rest.TransferForm
          directory={stage.directory}
          onTransfer={(target) => act({ do: 'transfer', call: stage.call.id, target })}
          onConsult={(target) => act({ do: 'dial', target })}
          onClose={close}
        />
      );
  }
}
