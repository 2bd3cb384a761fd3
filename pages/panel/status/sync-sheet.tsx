import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { formatClock } from '../../../components/format-time.ts';
import type { RefusedItem, SyncState } from '../../../contract/messages/sync-message.ts';
import type { Act } from '../frame/panel-action.ts';
import { Sheet } from '../frame/sheet.tsx';
import { syncText } from './sync-mark.tsx';
import './sync-sheet.css';

/** Only a new enrolment helps. */
const ENROL_AGAIN: readonly string[] = ['signed-out', 'other-team'];

interface SyncSheetProps {
  readonly sync: SyncState;
  readonly act: Act;
  readonly onClose: () => void;
}

/** The state of sync, and what can be done about it. */
export function SyncSheet({ sync, act, onClose }: SyncSheetProps) {
  return (
    <Sheet title={i18n.t('sync.title')} onClose={onClose}>
      <div class="sync-sheet">
        <p class="sync-sheet__state" role="status">
          {syncText(sync) ?? i18n.t('sync.local')}
        </p>
        <p>{explanation(sync)}</p>
        {sync.state === 'refused' && (
          <ul>
            {sync.items.map((item) => (
              <Refused key={`${item.of} ${item.id}`} item={item} act={act} />
            ))}
          </ul>
        )}
        <div class="sync-sheet__do">
          <Button
            variant="main"
            onPress={() => act({ do: sync.state === 'refused' ? 'sync-retry-refused' : 'sync-now' })}
          >
            {i18n.t(sync.state === 'refused' ? 'sync.retry' : 'sync.now')}
          </Button>
          {sync.state === 'stopped' && ENROL_AGAIN.includes(sync.why) && (
            <Button onPress={() => act({ do: 'open-options' })}>{i18n.t('sync.enrolAgain')}</Button>
          )}
        </div>
      </div>
    </Sheet>
  );
}

function Refused({ item, act }: { readonly item: RefusedItem; readonly act: Act }) {
  return (
    <li class="sync-sheet__refused">
      <p>
        {i18n.t(`sync.of.${item.of}`)}：{reasonText(item)}
      </p>
      {item.of === 'note' && (
        <Button onPress={() => act({ do: 'open-note', id: item.id })}>{i18n.t('sync.openNote')}</Button>
      )}
      <Button onPress={() => act({ do: 'sync-keep-here', of: item.of, id: item.id })}>
        {i18n.t('sync.keepHere')}
      </Button>
    </li>
  );
}

function reasonText({ reason, detail }: RefusedItem): string {
  switch (reason) {
    case 'malformed':
      return i18n.t('sync.why.malformed', { place: detail ?? '?' });
    case 'not-yours':
    case 'not-by-you':
      return i18n.t('sync.why.notYours');
    case 'in-future':
      return i18n.t('sync.why.inFuture');
    default:
      return i18n.t('sync.why.other', { reason });
  }
}

function explanation(sync: SyncState): string {
  switch (sync.state) {
    case 'local':
      return i18n.t('sync.about.local');
    case 'locked':
      return i18n.t('sync.about.locked');
    case 'synced':
      return i18n.t('sync.about.synced', { time: formatClock(sync.at) });
    case 'waiting':
      return i18n.t('sync.about.waiting');
    case 'offline':
      return i18n.t('sync.about.offline', { count: sync.count });
    case 'limited':
      return i18n.t('sync.about.limited', { count: sync.count, time: formatClock(sync.until) });
    case 'refused':
      return i18n.t('sync.about.refused');
    case 'stopped':
      switch (sync.why) {
        case 'signed-out':
          return i18n.t('sync.about.signedOut');
        case 'other-team':
          return i18n.t('sync.about.otherTeam');
        case 'extension-older':
          return i18n.t('sync.about.extensionOlder');
        case 'server-older':
          return i18n.t('sync.about.serverOlder');
        case 'server-broken':
          return i18n.t('sync.about.serverBroken');
      }
  }
}
