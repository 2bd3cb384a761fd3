import { i18n } from '#i18n';
import { formatClock } from '../../../components/format-time.ts';
import type { SyncState } from '../../../contract/messages/sync-message.ts';
import './sync-mark.css';

interface SyncMarkProps {
  readonly sync: SyncState;
  readonly onOpen: () => void;
}

/** The state of sync; opens the sync sheet. Nothing without a server. */
export function SyncMark({ sync, onOpen }: SyncMarkProps) {
  const text = syncText(sync);
  if (text === null) return null;
  return (
    <button type="button" class={`sync-mark sync-mark--${sync.state}`} onClick={onOpen}>
      {text}
    </button>
  );
}

/** In the agent's words; null without a server. */
export function syncText(sync: SyncState): string | null {
  switch (sync.state) {
    case 'local':
      return null;
    case 'locked':
      return i18n.t('sync.locked');
    case 'synced':
      return i18n.t('sync.synced');
    case 'waiting':
      return i18n.t('sync.waiting', { count: sync.count });
    case 'offline':
      return i18n.t('sync.offline', { time: formatClock(sync.since) });
    case 'limited':
      return i18n.t('sync.limited', { time: formatClock(sync.until) });
    case 'stopped':
      return i18n.t('sync.stopped');
    case 'refused':
      return i18n.t('sync.refused', { count: sync.items.length });
  }
}
