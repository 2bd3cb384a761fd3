import type { Instant } from '../../../calls/call-event.ts';
import { keyLabel } from '../../../components/key-label.ts';
import type { KeyMap } from '../../session/key-map.ts';
import { PageTitle } from '../frame/page-title.tsx';
import type { Act } from '../frame/panel-action.ts';
import { NoteBox } from '../note/note-box.tsx';
import { WrapUpFoot, WrapUpPanel } from '../note/wrap-up-panel.tsx';
import type { WrapUpStage } from '../note/wrap-up-view.ts';
import { CallPanel } from './call-panel.tsx';
import type { CallStage } from './call-view.ts';
import './call-panel.css';

interface ContactPanelProps {
  readonly stage: CallStage | WrapUpStage;
  readonly keys: KeyMap;
  readonly now: Instant;
  readonly noteFocus: number;
  readonly refusal: string | null;
  readonly act: Act;
}

/**
 * A call and its wrap-up over one note. The note's field is the same element in both: callers hang
 * up while agents type, and a new field would lose the focus and an input method's composition.
 */
export function ContactPanel({ stage, keys, now, noteFocus, refusal, act }: ContactPanelProps) {
  const inCall = stage.stage === 'call';
  return (
    <main class={inCall ? 'call-panel' : 'wrap-up-panel'}>
      <PageTitle />
      {inCall ? (
        <CallPanel key="call" stage={stage} keys={keys} now={now} refusal={refusal} act={act} />
      ) : (
        <WrapUpPanel key="wrap-up" stage={stage} now={now} act={act} />
      )}
      <NoteBox key={`note ${stage.note.id}`} note={stage.note} focus={noteFocus} act={act} />
      {!inCall && <WrapUpFoot key="foot" stage={stage} finishKey={keyLabel(keys.next)} act={act} />}
    </main>
  );
}
