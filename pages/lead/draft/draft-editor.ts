import { type Signal, signal } from '@preact/signals';
import type { Instant } from '../../../calls/call-event.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { sameValue } from '../../../contract/release/same-value.ts';
import { DraftHistory } from './draft-history.ts';
import type { Clash, DraftRecords, DraftStore, KeptDraft } from './kept-draft.ts';
import { mergeDrafts } from './merge-drafts.ts';

/** A pause in typing as long as this, and the draft is kept. */
const REST_MS = 300;
/** Who types without a pause is kept after this. */
const LONGEST_MS = 2000;

export type KeepState =
  | { readonly state: 'same' | 'saving' | 'failed' }
  /** `by`: the lead whose change it is; null for one made in this browser. */
  | { readonly state: 'saved'; readonly at: Instant; readonly by: string | null };

/**
 * The draft on screen: its history, and the copy that outlives the page. Windows on one draft follow each other; where both changed it at
 * once, both changes stay, and where both changed the same place, neither is thrown away before the person said which one goes.
 */
export class DraftEditor {
  readonly pack: Signal<Pack>;
  readonly state: Signal<KeepState> = signal({ state: 'same' });
  /** Somebody else's state that does not go together with this one: a person decides. */
  readonly clash: Signal<Clash | null> = signal(null);
  /** The pack in use has moved, and the draft has something else where it did. */
  readonly overtaken: Signal<boolean> = signal(false);
  readonly #store: DraftStore;
  readonly #onKept: () => void;
  #base: Pack;
  #history: DraftHistory;
  /** The kept state that this window's edits build on. */
  #kept: { readonly id: string | null; readonly pack: Pack; readonly isBase: boolean };
  /** States that this window wrote or took: the store's word of them comes later. */
  readonly #seen = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #unsavedSince: Instant = 0;

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
  get canUndo(): boolean {
    return this.#history.canUndo;
  }
  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  async open(): Promise<void> {
    this.#store.subscribe(({ draft, clash }) => {
      // The word of a state may come after that of a later one: what counts is what is kept now.
      if (draft !== undefined && draft !== null && !this.#seen.has(draft.id)) void this.#meet();
      if (clash !== undefined) this.clash.value = clash;
    });
    const { draft, clash } = await this.#store.read();
    this.clash.value = clash;
    if (draft === null || this.#seen.has(draft.id)) return;
    // From there `rebase` leads to what is in use now, which the team's server knows best.
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

  /** Another pack is in use now. A draft like the old one becomes it; one with changes keeps them on top of it, all of them. */
  rebase(base: Pack): void {
    const before = this.#base;
    if (sameValue(base, before)) {
      if (this.#isUnsaved()) this.#changed();
      return;
    }
    this.#base = base;
    const { present } = this.#history;
    const fits = mergeDrafts(before, present, base);
    const moved = fits ?? mergeDrafts(before, present, base, 'mine');
    this.overtaken.value = fits === null;
    if (moved !== null) this.#apply(moved);
    if (this.#kept.isBase) this.#kept = { ...this.#kept, pack: base };
    this.#changed();
  }

  /** Back to the pack in use; undo brings the draft again. */
  discard(): void {
    this.edit(this.#base);
  }

  /** Whose change stays where both changed the same place; all others stay anyway. Undo brings the other. */
  async resolve(keep: 'mine' | 'theirs'): Promise<void> {
    await this.#store.alone('draft', async () => {
      const { draft: stored, clash } = await this.#store.read();
      if (clash === null) return;
      const [mine, theirs] = [this.#history.present, clash.theirs ?? this.#base];
      const chosen = mergeDrafts(clash.before, mine, theirs, keep) ?? { mine, theirs }[keep];
      if (keep === 'mine') this.#apply(mergeDrafts(clash.before, mine, theirs, 'theirs') ?? theirs);
      this.#apply(chosen);
      if (stored !== null) this.#seen.add(stored.id);
      await this.#write(this.#history.present, stored?.id ?? null, { clash: null });
      this.clash.value = null;
      this.#changed();
    });
    this.#onKept();
  }

  /** What is unsaved is kept now, not after the pause. */
  async save(): Promise<void> {
    this.#rest();
    if (this.#isUnsaved()) await this.#meet();
  }

  async #meet(): Promise<void> {
    try {
      await this.#store.alone('draft', () => this.#bringTogether());
      this.#onKept();
    } catch (error) {
      console.error('lead: the draft was not kept', error);
      this.state.value = { state: 'failed' };
    }
  }

  /** The page goes away and cannot wait for its turn. */
  saveAtOnce(): void {
    this.#rest();
    if (this.#isUnsaved()) void this.#write(this.#history.present, this.#kept.id, {});
  }

  /** Takes what another window has kept meanwhile, and keeps what is unsaved here on top of it. */
  async #bringTogether(): Promise<void> {
    const { draft: stored } = await this.#store.read();
    const mine = this.#history.present;
    if (stored === null || stored.id === this.#kept.id) {
      if (this.#isUnsaved()) await this.#write(mine, this.#kept.id, {});
      return;
    }
    this.#seen.add(stored.id);
    const { pack: before } = this.#kept;
    const both = mergeDrafts(before, mine, stored.pack ?? this.#base);
    if (both === null) {
      const clash: Clash = { before, theirs: stored.pack, by: stored.by, at: stored.savedAt };
      await this.#write(mine, stored.id, { clash });
      return;
    }
    this.#apply(both);
    this.#show(stored);
    if (this.#isUnsaved()) await this.#write(both, stored.id, {});
  }

  async #write(pack: Pack, parent: string | null, more: Partial<DraftRecords>): Promise<void> {
    const isBase = sameValue(pack, this.#base);
    const id = crypto.randomUUID();
    const own = isBase ? { pack: null, base: null } : { pack, base: this.#base };
    const draft: KeptDraft = { id, parent, savedAt: Date.now(), by: null, ...own };
    this.#seen.add(id);
    await this.#store.write({ draft, ...more });
    this.#kept = { id, pack, isBase };
    if (this.#timer === null) this.#say(draft);
  }

  #changed(): void {
    this.pack.value = this.#history.present;
    if (sameValue(this.#history.present, this.#base)) this.overtaken.value = false;
    const now = Date.now();
    if (this.#timer === null) this.#unsavedSince = now;
    this.#rest();
    if (!this.#isUnsaved()) {
      if (this.#kept.isBase) this.state.value = { state: 'same' };
      return;
    }
    this.state.value = { state: 'saving' };
    const wait = Math.max(0, Math.min(REST_MS, this.#unsavedSince + LONGEST_MS - now));
    this.#timer = setTimeout(() => void this.save(), wait);
  }

  #isUnsaved(): boolean {
    const { pack, isBase } = this.#kept;
    const { present } = this.#history;
    return !sameValue(present, pack) || isBase !== sameValue(present, this.#base);
  }

  #rest(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #apply(pack: Pack): void {
    if (!sameValue(pack, this.#history.present)) this.#history.apply(pack);
  }

  #show(draft: KeptDraft): void {
    const { id, pack } = draft;
    this.#seen.add(id);
    this.#kept = { id, pack: pack ?? this.#base, isBase: pack === null };
    this.pack.value = this.#history.present;
    this.#say(draft);
  }

  #say({ pack, savedAt, by }: KeptDraft): void {
    this.state.value = pack === null ? { state: 'same' } : { state: 'saved', at: savedAt, by };
  }
}
