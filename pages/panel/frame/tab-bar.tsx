import { i18n } from '#i18n';
import './tab-bar.css';
import { isTab, TAB_WORDS, type TabCounts, type TabName } from './panel-tabs.ts';

interface TabBarProps {
  readonly open: TabName;
  readonly counts: TabCounts;
  readonly onOpen: (tab: TabName) => void;
}

/** The pages of the panel. A number says how many things wait there. */
export function TabBar({ open, counts, onOpen }: TabBarProps) {
  return (
    <nav class="tab-bar" aria-label={i18n.t('tabs.label')}>
      {Object.keys(TAB_WORDS)
        .filter(isTab)
        .map((tab) => (
          <button
            key={tab}
            type="button"
            class="tab-bar__tab"
            aria-current={tab === open ? 'page' : undefined}
            onClick={() => onOpen(tab)}
          >
            {i18n.t(TAB_WORDS[tab])}
            {counts[tab] > 0 && <span class="tab-bar__count">{counts[tab]}</span>}
          </button>
        ))}
    </nav>
  );
}
