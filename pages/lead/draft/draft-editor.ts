import { type Signal, signal } from '@preact/signals';
import type { Pack } from '../../../contract/pack/pack.ts';
import { sameValue } from '../../../contract/release/same-value.ts';
import { DraftHistory } from './draft-history.ts';
import {
  type Clash,
  type DraftRecords,
  type DraftStore,
  type KeepState,
  type KeptDraft,
  keepStateOf,
  newKeptDraft,
  type TeamBase,
} from './kept-draft.ts';
import { chosenDraft, mergeDrafts, rebasedDraft } from './merge-drafts.ts';
import { SaveTimer } from './save-timer.ts';

/**
 * The draft on screen: its history, and the saved copy. Windows on one draft follow each other. If
 * both changed it at once, both changes stay; if both changed the same place, both are kept until
 * the lead chooses one.
 */
export class DraftEditor {
  readonly pack: Signal<Pack>;
  readonly state: Signal<KeepState> = signal({ state: 'same' });
  /** Another state of the draft that cannot be merged with this one: the lead decides. */
  readonly clash: Signal<Clash | null> = signal(null);
  /** The new pack in use and the draft changed the same place. */
  readonly overtaken: Signal<boolean> = signal(false);
  /** What the team's server has of the draft, and who wrote it; null before it has any. */
  readonly shared: Signal<TeamBase | null> = signal(null);
  readonly #store: DraftStore;
  readonly #onKept: () => void;
  readonly #timer = new SaveTimer(() => void this.save());
  #base: Pack;
  #history: DraftHistory;
  /** The saved state that this window's edits build on. */
  #kept: { readonly id: string | null; readonly pack: Pack; readonly isBase: boolean };
  /** Ids of states that this window wrote or loaded; the store notifies of them afterwards. */
  readonly #seen = new Set<string>();

  constructor(base: Pack, store: DraftStore, onKept: () => void) {
    this.#base = base;
    this.#store = store;
    this.#onKept = onKept;
    this.#history = new DraftHistory(base);
    this.#kept = { id: null, pack: base, isBase: true };
    this.pack = signal(base);
  }

  get base(): Pack {
    return this.#base;
  }
  get can(): Pick<DraftHistory, 'canUndo' | 'canRedo'> {
    return this.#history;
  }

  async open(): Promise<void> {
    this.#store.subscribe(({ draft, clash, team }) => {
      // Notifications may arrive out of order: read the store instead of trusting them.
      if (draft !== undefined && draft !== null && !this.#seen.has(draft.id)) void this.#sync();
      if (clash !== undefined) this.clash.value = clash;
      if (team !== undefined) this.shared.value = team;
    });
    const { draft, clash, team } = await this.#store.read();
    this.clash.value = clash;
    this.shared.value = team;
    if (draft === null || this.#seen.has(draft.id)) return;
    if (draft.base !== null) this.#base = draft.base;
    this.#history = new DraftHistory(draft.pack ?? this.#base);
    this.#show(draft);
  }

  edit(pack: Pack): void {
    this.#history.push(pack, Date.now());
    this.#changed();
  }

  undo(): void {
    this.#history.undo();
    this.#changed();
  }

  redo(): void {
    this.#history.redo();
    this.#changed();
  }

  /** Another pack is in use now. The draft keeps its changes and takes the rest from it. */
  rebase(base: Pack): void {
    const before = this.#base;
    if (sameValue(base, before)) {
      if (this.#isUnsaved()) this.#changed();
      return;
    }
    this.#base = base;
    const { pack, overtaken } = rebasedDraft(before, this.#history.present, base);
    this.overtaken.value = overtaken;
    if (pack !== null) this.#apply(pack);
    if (this.#kept.isBase) this.#kept = { ...this.#kept, pack: base };
    this.#changed();
  }

  discard(): void {
    this.edit(this.#base);
  }

  /** Chooses whose change stays where both changed the same place. Undo restores the other one. */
  async resolve(keep: 'mine' | 'theirs'): Promise<void> {
    await this.#store.alone('draft', async () => {
      const { draft: stored, clash } = await this.#store.read();
      if (clash === null) return;
      const sides = { mine: this.#history.present, theirs: clash.theirs ?? this.#base };
      const chosen = chosenDraft(clash.before, sides, keep);
      // Undo restores the other one.
      if (keep === 'mine') this.#apply(chosenDraft(clash.before, sides, 'theirs'));
      this.#apply(chosen);
      if (stored !== null) this.#seen.add(stored.id);
      await this.#write(this.#history.present, stored?.id ?? null, { clash: null });
      this.clash.value = null;
      this.#changed();
    });
    this.#onKept();
  }

  /** Saves unsaved changes now, not after the pause. */
  async save(): Promise<void> {
    this.#timer.stop();
    if (this.#isUnsaved()) await this.#sync();
  }

  async #sync(): Promise<void> {
    try {
      await this.#store.alone('draft', () => this.#mergeStored());
      this.#onKept();
    } catch (error) {
      console.error('lead: the draft was not saved', error);
      this.state.value = { state: 'failed' };
    }
  }

  /** For a page that is being closed: does not wait for other windows. */
  saveAtOnce(): void {
    this.#timer.stop();
    if (this.#isUnsaved()) void this.#write(this.#history.present, this.#kept.id);
  }

  /** Merges what another window saved meanwhile, and saves what is unsaved here. */
  async #mergeStored(): Promise<void> {
    const { draft: stored } = await this.#store.read();
    const mine = this.#history.present;
    if (stored === null || stored.id === this.#kept.id) {
      if (this.#isUnsaved()) await this.#write(mine, this.#kept.id);
      return;
    }
    this.#seen.add(stored.id);
    const { pack: before } = this.#kept;
    const both = mergeDrafts(before, mine, stored.pack ?? this.#base);
    if (both === null) {
      const { pack: theirs, by, savedAt: at } = stored;
      await this.#write(mine, stored.id, { clash: { before, theirs, by, at } });
      return;
    }
    this.#apply(both);
    this.#show(stored);
    if (this.#isUnsaved()) await this.#write(both, stored.id);
  }

  async #write(pack: Pack, parent: string | null, more: Partial<DraftRecords> = {}): Promise<void> {
    const draft = newKeptDraft(pack, this.#base, parent);
    this.#seen.add(draft.id);
    await this.#store.write({ draft, ...more });
    this.#kept = { id: draft.id, pack, isBase: draft.pack === null };
    if (!this.#timer.isRunning) this.state.value = keepStateOf(draft);
  }

  #changed(): void {
    this.pack.value = this.#history.present;
    if (sameValue(this.#history.present, this.#base)) this.overtaken.value = false;
    if (!this.#isUnsaved()) {
      this.#timer.stop();
      if (this.#kept.isBase) this.state.value = { state: 'same' };
      return;
    }
    this.state.value = { state: 'saving' };
    this.#timer.start(Date.now());
  }

  #isUnsaved(): boolean {
    const { present } = this.#history;
    return !sameValue(present, this.#kept.pack) || this.#kept.isBase !== sameValue(present, this.#base);
  }

  #apply(pack: Pack): void {
    if (!sameValue(pack, this.#history.present)) this.#history.apply(pack);
  }

  #show(draft: KeptDraft): void {
    this.#seen.add(draft.id);
    this.#kept = { id: draft.id, pack: draft.pack ?? this.#base, isBase: draft.pack === null };
    this.pack.value = this.#history.present;
    this.state.value = keepStateOf(draft);
  }
}
