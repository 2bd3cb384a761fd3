import type { VNode } from 'preact';
import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { formatDuration } from '../../../components/format-time.ts';
import { PageTitle } from './page-title.tsx';
import type { Act } from './panel-action.ts';
import { panelRest } from './panel-rest.ts';
import type { Stage } from './panel-view.ts';
import './tab-page.css';
import type { TabView } from './panel-tabs.ts';

interface TabPageProps {
  readonly tab: Exclude<TabView, { readonly tab: 'call' }>;
  readonly stage: Stage;
  readonly now: Instant;
  readonly noteFocus: number;
  readonly act: Act;
}

/** A page beside the call. During a call or wrap-up, the way back to it is on top. */
export function TabPage({ tab, stage, now, noteFocus, act }: TabPageProps) {
  return (
    <main class="tab-page">
      <PageTitle />
      {(stage.stage === 'call' || stage.stage === 'wrap-up') && (
        <button type="button" class="tab-page__back" onClick={() => act({ do: 'open-tab', tab: 'call' })}>
          <span>{i18n.t(stage.stage === 'call' ? 'tabs.backToCall' : 'tabs.backToWrapUp')}</span>
          {stage.stage === 'call' && stage.call.state === 'established' && (
            <time>{formatDuration(now - stage.call.answeredAt)}</time>
          )}
        </button>
      )}
      <Content tab={tab} noteFocus={noteFocus} act={act} />
    </main>
  );
}

function Content({ tab, noteFocus, act }: Pick<TabPageProps, 'tab' | 'noteFocus' | 'act'>): VNode | null {
  const rest = panelRest();
  if (rest === null || tab.tab === 'loading') return null;
  switch (tab.tab) {
    case 'records':
      return (
        <rest.RecordsTab
          view={tab.view}
          noteFocus={noteFocus}
          act={(action) => act({ do: 'on-records', action })}
        />
      );
    case 'orders':
      return <rest.OrdersTab view={tab.view} act={(action) => act({ do: 'on-orders', action })} />;
    case 'call-backs':
      return <rest.CallBacksTab view={tab.view} act={(action) => act({ do: 'on-call-backs', action })} />;
    case 'handover':
      return <rest.HandoverTab view={tab.view} act={(action) => act({ do: 'on-handover', action })} />;
  }
}
