import { i18n } from '#i18n';
import './tab-bar.css';
import { TABS, type TabCounts, type TabName } from './panel-tabs.ts';

interface TabBarProps {
  readonly open: TabName;
  readonly counts: TabCounts;
  readonly onOpen: (tab: TabName) => void;
}

const WORDS = {
  call: () => i18n.t('tabs.call'),
  records: () => i18n.t('tabs.records'),
  orders: () => i18n.t('tabs.orders'),
  'call-backs': () => i18n.t('tabs.callBacks'),
  handover: () => i18n.t('tabs.handover'),
} as const satisfies Record<TabName, () => string>;

/** The pages of the panel. A number says how many things wait there. */
export function TabBar({ open, counts, onOpen }: TabBarProps) {
  return (
    <nav class="tab-bar" aria-label={i18n.t('tabs.label')}>
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          class="tab-bar__tab"
          aria-current={tab === open ? 'page' : undefined}
          onClick={() => onOpen(tab)}
        >
          {WORDS[tab]()}
          {counts[tab] > 0 && <span class="tab-bar__count">{counts[tab]}</span>}
        </button>
      ))}
    </nav>
  );
}
