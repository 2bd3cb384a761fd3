import { type Signal, signal } from '@preact/signals';
import type { PresenceLink } from '../../../browser/presence-link.ts';
import type { SyncLink } from '../../../browser/sync-link.ts';
import type { Call, EndedCall } from '../../../calls/call.ts';
import type { DialRequest } from '../../../contract/messages/dial-request.ts';
import type { PhoneStatus } from '../../../contract/messages/phone-status.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Settings } from '../../../contract/settings/settings.ts';
import type { RulesContext } from '../../../rules/call/rules-context.ts';
import type { PlaceIndex } from '../../../rules/search/find-places.ts';
import { pinsFor } from '../../../rules/search/pinned-scripts.ts';
import type { SearchIndex } from '../../../rules/search/script-search-index.ts';
import type { VaultState } from '../../../storage/vault/vault.ts';
import { DEFAULT_KEY_MAP, type KeyMap } from '../../session/key-map.ts';
import type { PagePacks } from '../../session/page-packs.ts';
import type { CallTool, DirectoryEntryView } from '../call/call-view.ts';
import type { LineMeterFeed } from '../call/line-meter-feed.ts';
import type { TimeRules } from '../call-backs/call-backs-view.ts';
import type { PanelNotes } from '../note/panel-notes.ts';
import { type PointedAt, SpokenValues } from '../script/spoken-values.ts';
import type { PanelJournal } from './panel-journal.ts';
import type { PanelTabs } from './panel-tabs.ts';
import type { PanelTeam } from './panel-team.ts';
import type { Overlay, PaletteOverlay, UnlockRefusal } from './panel-view.ts';

export interface PanelParts {
  readonly journal: PanelJournal;
  readonly notes: PanelNotes;
  readonly tabs: PanelTabs;
  readonly sync: SyncLink;
  readonly team: PanelTeam;
  readonly meter: Pick<LineMeterFeed, 'of'>;
  readonly pack: Pack;
  readonly presence: PresenceLink;
  readonly packs: Pick<PagePacks, 'state' | 'markNoteRead'>;
  readonly search: SearchIndex;
  readonly context: () => RulesContext;
  readonly settings: () => Settings;
  readonly places: PlaceIndex;
  /** The pack's directory, as open or closed as it is at this moment. */
  readonly directory: (now: number) => readonly DirectoryEntryView[];
}

/** What lies over the panel, before it is filled. */
export type OverlayChoice = PaletteOverlay | { readonly kind: Exclude<Overlay['kind'], 'palette'> };

/** What this view holds besides the folds: things that may be lost when the panel closes. */
export class PanelState {
  readonly phoneStatus: Signal<PhoneStatus> = signal({ status: 'working', doing: 'starting' });
  readonly vault: Signal<VaultState> = signal({ state: 'not-set-up' });
  /** The agents of this computer, by their numbers. */
  readonly agents: Signal<readonly { readonly agent: string; readonly label: string }[]> = signal([]);
  /** True if this profile was set up once; with no vault now, its store was lost. */
  readonly vaultWasMade: Signal<boolean> = signal(false);
  readonly overlay: Signal<OverlayChoice> = signal({ kind: 'none' });
  readonly tool: Signal<CallTool> = signal('none');
  readonly dialRequest: Signal<DialRequest | null> = signal(null);
  readonly refusal: Signal<string | null> = signal(null);
  /** An earlier call of today whose note is on screen again. */
  readonly reopened: Signal<EndedCall | null> = signal(null);
  readonly unlocking: Signal<{ readonly busy: boolean; readonly refusal: UnlockRefusal | null }> = signal({
    busy: false,
    refusal: null,
  });
  readonly pointedAt: Signal<PointedAt | null> = signal(null);
  readonly spoken = new SpokenValues();
  /** What the agent put on the number keys; null before any choice. */
  readonly chosenPins: Signal<readonly string[] | null> = signal(null);
  /** Words of a supervisor that were waved away. */
  readonly dismissedMessages: Signal<ReadonlySet<string>> = signal(new Set());
  /** When a refusal of scripts was last waved away. */
  readonly packRefusalSeenAt: Signal<number> = signal(0);
  readonly keys: Signal<KeyMap> = signal(DEFAULT_KEY_MAP);
  /** Counts what the folds took; reading it ties a rendering to the journal. */
  readonly grown: Signal<number> = signal(0);
  readonly parts: PanelParts;

  constructor(parts: PanelParts) {
    this.parts = parts;
  }

  /** Ids on the number keys, 1–9. */
  get pins(): readonly string[] {
    return pinsFor(this.chosenPins.value, this.parts.pack);
  }

  /** What the time of a call-back is held against. */
  get times(): TimeRules {
    const { pack, context } = this.parts;
    return { settings: pack.settings, utcOffsetMinutes: context().utcOffsetMinutes };
  }

  /** Shows the note of an earlier call of today. */
  reopen(note: string): void {
    const contact = this.parts.notes.today.value.find(({ id }) => id === note)?.contact;
    const id = contact?.kind === 'call' ? contact.call : undefined;
    this.reopened.value =
      this.parts.journal.calls.find((call): call is EndedCall => call.id === id && call.state === 'ended') ??
      null;
  }

  /** Opens the note of the contact on screen, or lists today's. */
  async followNote(): Promise<void> {
    if (this.vault.peek().state !== 'not-set-up') await this.parts.notes.follow(this.callWithNote);
  }

  /** The call whose note is open: the one on screen, the one being wrapped up, or one looked at again. */
  get callWithNote(): Call | null {
    const { journal } = this.parts;
    return journal.onScreen ?? journal.wrappingUp ?? this.reopened.value;
  }
}
