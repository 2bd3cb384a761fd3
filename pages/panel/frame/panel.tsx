import { useContext } from 'preact/hooks';
import { i18n } from '#i18n';
import { TeamZoneNote } from '../../../components/team-zone-note.tsx';
import { announcedLines } from '../status/announcement.ts';
import { Announcer } from '../status/announcer.tsx';
import { ClockOffNote } from '../status/clock-off-note.tsx';
import '../../../components/base.css';
import { ContactPanel } from '../call/contact-panel.tsx';
import { LostCallBanner } from '../call/lost-call-banner.tsx';
import { DialsElsewhere } from '../dial/dial-button.tsx';
import { DialRequestBanner } from '../dial/dial-request-banner.tsx';
import { IdleView } from '../idle/idle-view.tsx';
import { LockScreen } from '../idle/lock-screen.tsx';
import type { Act } from './panel-action.ts';
import './panel.css';
import { keyLabel } from '../../../components/key-label.ts';
import { OtherCallStrip } from '../call/other-call-strip.tsx';
import { RingStrip } from '../call/ring-strip.tsx';
import { SetUpCard } from '../idle/set-up-card.tsx';
import { PracticeBanner } from '../practice/practice-banner.tsx';
import { NewDeviceNotice } from '../status/new-device-notice.tsx';
import { PackNotice } from '../status/pack-notice.tsx';
import { PhoneNotices } from '../status/phone-notices.tsx';
import { StatusLine } from '../status/status-line.tsx';
import { PanelOverlay } from './panel-overlay.tsx';
import { panelRest } from './panel-rest.ts';
import type { PanelView } from './panel-view.ts';
import { TabBar } from './tab-bar.tsx';
import { TabPage } from './tab-page.tsx';

export interface PanelProps {
  readonly view: PanelView;
  readonly act: Act;
}

/** The whole panel from one view. */
export function Panel({ view, act }: PanelProps) {
  const { practice } = view;
  const { phoneStatus } = view.status;
  const dialsElsewhere =
    practice === undefined && 'watchOnly' in phoneStatus && phoneStatus.watchOnly === true;
  return (
    <DialsElsewhere.Provider value={dialsElsewhere}>
      <WholePanel view={view} act={act} />
    </DialsElsewhere.Provider>
  );
}

function WholePanel({ view, act }: PanelProps) {
  const dialsElsewhere = useContext(DialsElsewhere);
  const { lost, now } = view;
  return (
    <div class={`panel panel--${view.stage.stage}${view.beside === null ? '' : ' panel--beside'}`}>
      <Announcer {...announcedLines(view)} />
      {view.practice === undefined ? (
        <Top view={view} act={act} />
      ) : (
        <PracticeBanner practice={view.practice} inCall={view.stage.stage === 'call'} act={act} />
      )}
      {lost !== null && view.stage.stage !== 'call' && (
        <LostCallBanner
          lost={lost}
          now={now}
          onRedial={() => act({ do: 'dial', target: lost.number })}
          onDismiss={() => act({ do: 'dismiss-lost' })}
        />
      )}
      {view.stage.stage === 'idle' && (
        <PackNotice
          notice={view.packNotice}
          now={now}
          onRead={(digest) => act({ do: 'pack-note-read', digest })}
          onDismiss={() => act({ do: 'dismiss-pack-refusal' })}
        />
      )}
      {view.stage.stage === 'idle' && view.newDevice !== null && (
        <NewDeviceNotice
          notice={view.newDevice}
          onKnown={(device) => act({ do: 'know-device', device })}
          onOptions={() => act({ do: 'open-options' })}
        />
      )}
      {dialsElsewhere && view.stage.stage === 'idle' && (
        <p class="panel__watch-only">{i18n.t('refusal.watchOnly')}</p>
      )}
      {view.dialRequest !== null && view.stage.stage !== 'set-up' && view.stage.stage !== 'locked' && (
        <DialRequestBanner
          request={view.dialRequest}
          onDial={() => act({ do: 'accept-dial-request' })}
          onDrop={() => act({ do: 'drop-dial-request' })}
        />
      )}
      {view.refusal !== null && view.stage.stage !== 'call' && (
        <p class="panel__refusal" role="alert">
          {view.refusal}
        </p>
      )}
      <TeamZoneNote now={now} />
      {view.clockOff !== undefined && <ClockOffNote off={view.clockOff} />}
      <Body view={view} act={act} />
      {view.practice === undefined && view.stage.stage !== 'set-up' && view.stage.stage !== 'locked' && (
        <TabBar
          open={view.tab.tab === 'loading' ? view.tab.of : view.tab.tab}
          counts={view.counts}
          onOpen={(tab) => act({ do: 'open-tab', tab })}
        />
      )}
      <PanelOverlay view={view} act={act} />
    </div>
  );
}

function Top({ view, act }: PanelProps) {
  const { stage, now, beside } = view;
  if (beside !== null) {
    return (
      <RingStrip
        view={beside}
        answerKey={keyLabel(view.keys.answer)}
        onAnswer={() => act({ do: 'answer', call: beside.call.id })}
        onReject={() => act({ do: 'reject', call: beside.call.id })}
      />
    );
  }
  const other = stage.stage === 'call' ? stage.other : null;
  if (other !== null) {
    return (
      <OtherCallStrip
        other={other}
        now={now}
        watchOnly={stage.stage === 'call' && stage.call.watchOnly === true}
        onSwitch={() => act({ do: other.state === 'ringing' ? 'answer' : 'resume', call: other.call })}
        onReject={() => act({ do: 'reject', call: other.call })}
        onJoin={
          other.state === 'held' && stage.stage === 'call' && stage.call.state === 'established'
            ? () => act({ do: 'join', call: other.call, other: stage.call.id })
            : null
        }
      />
    );
  }
  return (
    <>
      <StatusLine
        status={view.status}
        menuOpen={view.overlay.kind === 'menu'}
        onFix={(issue) => act({ do: 'fix', issue })}
        onMenu={() => act({ do: 'overlay', open: 'menu' })}
        now={now}
        shiftOpen={view.overlay.kind === 'shift'}
        onShift={() => act({ do: 'overlay', open: 'shift' })}
        onSync={() => act({ do: 'overlay', open: 'sync' })}
      />
      <PhoneNotices notices={view.status.notices ?? []} onRetry={() => act({ do: 'retry-notices' })} />
    </>
  );
}

function Body({ view, act }: PanelProps) {
  const { stage, now, tab } = view;
  if (tab.tab !== 'call' && stage.stage !== 'set-up' && stage.stage !== 'locked') {
    return <TabPage tab={tab} stage={stage} now={now} noteFocus={view.noteFocus} act={act} />;
  }
  switch (stage.stage) {
    case 'set-up':
      return (
        <SetUpCard
          missing={stage.missing}
          storeLost={stage.storeLost}
          onOpen={() => act({ do: 'open-options' })}
        />
      );
    case 'locked':
      return (
        <LockScreen
          stage={stage}
          onUnlock={(by, secret) => act({ do: 'unlock', with: by, secret })}
          onSwitch={(agent) => act({ do: 'switch-agent', agent })}
        />
      );
    case 'idle':
      return <IdleView stage={stage} now={now} act={act} />;
    case 'practice': {
      const rest = panelRest();
      return rest && <rest.PracticePage stage={stage} act={act} />;
    }
    case 'call':
    case 'wrap-up':
      return (
        <ContactPanel
          stage={stage}
          keys={view.keys}
          now={now}
          noteFocus={view.noteFocus}
          refusal={view.refusal}
          act={act}
        />
      );
  }
}
