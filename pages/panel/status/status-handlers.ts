import type { SyncLink } from '../../../browser/sync-link.ts';
import type { PhoneIssue } from '../../../contract/messages/phone-status.ts';
import type { RefusedItem } from '../../../contract/messages/sync-message.ts';
import type { Handlers } from '../../session/dispatch.ts';
import type { PagePacks } from '../../session/page-packs.ts';
import type { PhoneLink } from '../call/phone-commands.ts';
import type { PanelBrowser } from '../frame/panel-browser.ts';
import type { PanelState } from '../frame/panel-state.ts';

/** What an agent does about phone, sync and scripts, and the pages it leads to. */
export type StatusAction =
  | { readonly do: 'fix'; readonly issue: PhoneIssue }
  | { readonly do: 'retry-notices' }
  | { readonly do: 'open-options' | 'open-figures' | 'open-lead' }
  | { readonly do: 'sync-now' | 'sync-retry-refused' }
  | { readonly do: 'sync-keep-here'; readonly of: RefusedItem['of']; readonly id: string }
  /** The agent knows the device that enrolled in their name. */
  | { readonly do: 'know-device'; readonly device: string }
  /** The change note of new scripts was read. */
  | { readonly do: 'pack-note-read'; readonly digest: string }
  | { readonly do: 'dismiss-pack-refusal' };

interface StatusParts {
  readonly link: Pick<PhoneLink, 'notifySettingsChanged' | 'restart' | 'retry'>;
  readonly sync: Pick<SyncLink, 'say'>;
  readonly packs: Pick<PagePacks, 'markNoteRead'>;
  readonly state: Pick<PanelState, 'packRefusalSeenAt'>;
  readonly browser: Pick<PanelBrowser, 'openPage' | 'openOptions'>;
  readonly now: () => number;
}

/** The phone host fixes these itself by connecting again. */
const RETRIED: ReadonlySet<PhoneIssue> = new Set([
  'server-unreachable',
  'offline',
  'registration-stale',
  'account-refused',
  'calls-do-not-arrive',
  'storage-failed',
]);

export function statusHandlers(parts: StatusParts): Handlers<StatusAction> {
  const { link, sync, packs, state, browser, now } = parts;
  return {
    fix: ({ issue }) => {
      if (issue === 'host-missing') void link.restart();
      else if (RETRIED.has(issue)) link.notifySettingsChanged();
      else if (issue !== 'unlock') browser.openOptions();
    },
    'retry-notices': () => link.retry(),
    'open-options': () => browser.openOptions(),
    'open-figures': () => browser.openPage('figures.html'),
    'open-lead': () => browser.openPage('lead.html'),
    'sync-now': () => sync.say({ kind: 'sync-now' }),
    'sync-retry-refused': () => sync.say({ kind: 'retry-refused' }),
    'sync-keep-here': ({ of, id }) => sync.say({ kind: 'keep-here', of, id }),
    'know-device': ({ device }) => sync.say({ kind: 'know-device', device }),
    'pack-note-read': ({ digest }) => packs.markNoteRead(digest),
    'dismiss-pack-refusal': () => {
      state.packRefusalSeenAt.value = now();
    },
  };
}
