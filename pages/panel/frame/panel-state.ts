import { type Signal, signal } from '@preact/signals';
import type { CallId } from '../../../calls/call-event.ts';
import type { DialRequest } from '../../../contract/messages/dial-request.ts';
import type { PhoneNotice, PhoneStatus } from '../../../contract/messages/phone-status.ts';
import type { VaultState } from '../../../storage/vault/vault.ts';
import { DEFAULT_KEY_MAP, type KeyMap } from '../../session/key-map.ts';
import type { CallTool } from '../call/call-view.ts';
import type { TabName } from './panel-tabs.ts';
import type { Overlay, PaletteOverlay, UnlockRefusal } from './panel-view.ts';

/** The place of the directory that the agent names to the caller of this call. */
interface PointedAt {
  readonly call: string;
  readonly place: string;
}

/** The overlay that is open, before it is filled. */
export type OverlayChoice = PaletteOverlay | { readonly kind: Exclude<Overlay['kind'], 'palette'> };

/** What the panel holds besides the folds. It may be lost when the panel closes. */
export class PanelState {
  readonly phoneStatus: Signal<PhoneStatus> = signal({ status: 'working', doing: 'starting' });
  readonly notices: Signal<readonly PhoneNotice[]> = signal([]);
  readonly vault: Signal<VaultState> = signal({ state: 'not-set-up' });
  /** The agents of this computer, by their numbers. */
  readonly agents: Signal<readonly { readonly agent: string; readonly label: string }[]> = signal([]);
  /** This profile was set up once. If there is no vault now, its store was lost. */
  readonly vaultWasMade: Signal<boolean> = signal(false);
  readonly openTab: Signal<TabName> = signal('call');
  /** A call that rings beside what the agent is writing, until it is answered. */
  readonly ringsBeside: Signal<CallId | null> = signal(null);
  readonly overlay: Signal<OverlayChoice> = signal({ kind: 'none' });
  readonly tool: Signal<CallTool> = signal('none');
  readonly dialRequest: Signal<DialRequest | null> = signal(null);
  readonly refusal: Signal<string | null> = signal(null);
  readonly unlocking: Signal<{ readonly busy: boolean; readonly refusal: UnlockRefusal | null }> = signal({
    busy: false,
    refusal: null,
  });
  readonly pointedAt: Signal<PointedAt | null> = signal(null);
  /** The suggestion the agent turned to, by situation; the first one shows if it is not offered. */
  readonly turnedTo: Signal<string> = signal('');
  /** How often the note was asked to take the focus. */
  readonly noteFocus: Signal<number> = signal(0);
  /** What the agent put on the number keys; null before any choice. */
  readonly chosenPins: Signal<readonly string[] | null> = signal(null);
  /** Messages of a supervisor that were dismissed. */
  readonly dismissedMessages: Signal<ReadonlySet<string>> = signal(new Set());
  /** When a refusal of scripts was last dismissed. */
  readonly packRefusalSeenAt: Signal<number> = signal(0);
  readonly keys: Signal<KeyMap> = signal(DEFAULT_KEY_MAP);
  /** Counts changes of the journal's folds; reading it ties a rendering to them. */
  readonly journalVersion: Signal<number> = signal(0);
}
