import { type Signal, signal } from '@preact/signals';
import type { DraftState } from '../../components/desk/scripts-view.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { DraftHistory } from './draft-history.ts';
import { dropDraft, type KeptDraft, loadDraft, onDraftChanged, saveDraft } from './draft-store.ts';

/** A pause in typing as long as this, and the draft is kept. */
const REST_MS = 300;

/**
 * The draft on screen: its history, and the copy that outlives the page. Two windows on one draft follow each other; where both
 * changed it at once, neither is thrown away before the person said which one stays.
 */
export class DraftKeeper {
  readonly pack: Signal<Pack>;
  readonly state: Signal<DraftState> = signal({ state: 'same' });
  #base: Pack;
  #history: DraftHistory;
  /** The kept state that this window's edits build on. */
  #kept: string | null = null;
  #theirs: KeptDraft | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(base: Pack) {
    this.#base = base;
    this.#history = new DraftHistory(base);
    this.pack = signal(base);
  }

  get canUndo(): boolean {
    return this.#history.canUndo;
  }
  get canRedo(): boolean {
    return this.#history.canRedo;
  }

  async open(): Promise<void> {
    const kept = await loadDraft();
    if (kept !== null) {
      this.#history = new DraftHistory(kept.pack);
      this.#show(kept);
    }
    onDraftChanged((theirs) => this.#hear(theirs));
    addEventListener('pagehide', () => void this.#save());
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

  /** Another pack is in use now: what was the same as the old one follows. */
  rebase(base: Pack): void {
    if (isSame(base, this.#base)) return;
    const follows = isSame(this.#history.present, this.#base);
    this.#base = base;
    if (follows || isSame(this.#history.present, base)) this.edit(base);
  }

  /** Back to the pack in use; undo brings the draft again. */
  discard(): void {
    this.edit(this.#base);
  }

  resolve(keep: 'mine' | 'theirs'): void {
    const theirs = this.#theirs;
    this.#theirs = null;
    if (keep === 'theirs' && theirs !== null) {
      this.#follow(theirs);
      return;
    }
    this.#kept = theirs?.id ?? null;
    this.#changed();
  }

  #changed(): void {
    this.pack.value = this.#history.present;
    if (this.#theirs !== null) return;
    this.state.value = { state: 'saving' };
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), REST_MS);
  }

  async #save(): Promise<void> {
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#timer = null;
    const pack = this.#history.present;
    const parent = this.#kept;
    const savedAt = Date.now();
    try {
      if (isSame(pack, this.#base)) {
        this.#kept = null;
        await dropDraft();
        this.state.value = { state: 'same' };
        return;
      }
      const id = crypto.randomUUID();
      this.#kept = id;
      await saveDraft({ id, parent, savedAt, pack });
      if (this.state.value.state === 'saving' && this.#timer === null) {
        this.state.value = { state: 'saved', at: savedAt };
      }
    } catch (error) {
      console.error('desk: the draft was not kept', error);
      this.state.value = { state: 'failed' };
    }
  }

  /** The store says what somebody kept: this window itself, or another one. */
  #hear(theirs: KeptDraft | null): void {
    if (theirs === null || theirs.id === this.#kept) return;
    if (theirs.parent === this.#kept && this.#timer === null) {
      this.#follow(theirs);
      return;
    }
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#theirs = theirs;
    this.state.value = { state: 'conflict' };
  }

  #follow(kept: KeptDraft): void {
    this.#history.push(kept.pack, kept.savedAt);
    this.#show(kept);
  }

  #show(kept: KeptDraft): void {
    this.#kept = kept.id;
    this.pack.value = kept.pack;
    this.state.value = { state: 'saved', at: kept.savedAt };
  }
}

function isSame(one: Pack, other: Pack): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
