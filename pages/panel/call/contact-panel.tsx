import type { Instant } from '../../../calls/call-event.ts';
import type { KeyMap } from '../../session/key-map.ts';
import { PageTitle } from '../frame/page-title.tsx';
import type { Act } from '../frame/panel-action.ts';
import { CallNote } from '../note/call-note.tsx';
import { WrapUpFoot } from '../note/wrap-up-foot.tsx';
import { WrapUpPanel } from '../note/wrap-up-panel.tsx';
import type { WrapUpStage } from '../note/wrap-up-view.ts';
import { CallPanel } from './call-panel.tsx';
import type { CallStage } from './call-view.ts';
import './call-panel.css';
import '../note/wrap-up-panel.css';

interface ContactPanelProps {
  readonly stage: CallStage | WrapUpStage;
  readonly keys: KeyMap;
  readonly now: Instant;
  readonly refusal: string | null;
  readonly act: Act;
}

/**
 * A call and its wrap-up over one note, which stays the very same field when the one becomes the other: callers hang up
 * while agents type, and a field made anew would lose the focus and what an input method is composing.
 */
export function ContactPanel({ stage, keys, now, refusal, act }: ContactPanelProps) {
  const inCall = stage.stage === 'call';
  return (
    <main class={inCall ? 'call-panel' : 'wrap-up-panel'}>
      <PageTitle />
      {inCall ? (
        <CallPanel key="call" stage={stage} keys={keys} now={now} refusal={refusal} act={act} />
      ) : (
        <WrapUpPanel key="wrap-up" stage={stage} now={now} act={act} />
      )}
      <CallNote key="note" note={stage.note} details={stage.details} act={act} />
      {!inCall && <WrapUpFoot key="foot" stage={stage} act={act} />}
    </main>
  );
}
