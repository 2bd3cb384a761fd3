import * as v from 'valibot';
import type { Instant } from '../../calls/call-event.ts';
import { fieldsOf, mergeFields } from '../../contract/note/merge-fields.ts';
import { type Note, type NoteFacts, type NoteFields, noteFieldsSchema } from '../../contract/note/note.ts';
import { type StorageFailure, storageFailure } from '../storage-failure.ts';
import type { NoteRefusal, NoteStore } from './note-store.ts';
import { readWatched } from './read-watched.ts';
import { storeDraft } from './store-draft.ts';
import { redoStep, remember, stepFor, type TypingStep, type UndoStack, undoStep } from './undo-stack.ts';
import { type NoteNews, watchNote } from './watch-note.ts';

/** The status next to the field. `saved` appears only after the bytes are on disk. */
export type DraftStatus =
  | { readonly state: 'saved'; readonly at: Instant }
  | { readonly state: 'saving' }
  /** The view still has the whole text: offer to copy it, and `retry`. */
  | { readonly state: 'failed'; readonly reason: StorageFailure | 'deleted' | 'locked' };

export interface DraftView {
  readonly note: Note;
  readonly status: DraftStatus;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/**
 * One open note on one page. `type` shows a change at once and stores it: one strict transaction at
 * a time; what is typed meanwhile goes into the next. Changes of other pages are merged.
 */
export class NoteDraft {
  readonly #store: NoteStore;
  readonly #listeners = new Set<(view: DraftView) => void>();
  readonly #unwatch: () => void;
  /** As last stored, here or by another page. */
  #stored: Note;
  #fields: NoteFields;
  #facts: NoteFacts | null;
  #undo: UndoStack;
  /** The stored steps; a different object than `#undo` while those still have to be stored. */
  #undoAtRest: UndoStack;
  #step: TypingStep | null = null;
  #status: DraftStatus;
  #writing: Promise<void> | null = null;

  private constructor(store: NoteStore, note: Note, undo: UndoStack) {
    this.#store = store;
    this.#stored = note;
    this.#fields = fieldsOf(note);
    this.#facts = note.facts;
    this.#undo = undo;
    this.#undoAtRest = undo;
    this.#status = { state: 'saved', at: note.updatedAt };
    this.#unwatch = watchNote(store, note.id, {
      isNews: (revision) => this.#isNews(revision),
      news: (news) => this.#receive(news),
      facts: (facts) => this.#receiveFacts(facts),
    });
  }

  static async open(store: NoteStore, id: string): Promise<{ ok: true; draft: NoteDraft } | NoteRefusal> {
    const reading = await readWatched(store, id);
    if (!reading.ok) return reading;
    return { ok: true, draft: new NoteDraft(store, reading.note, reading.undo) };
  }

  get view(): DraftView {
    return {
      note: { ...this.#stored, ...this.#fields, facts: this.#facts },
      status: this.#status,
      canUndo: this.#undo.undo.length > 0,
      canRedo: this.#undo.redo.length > 0,
    };
  }

  subscribe(listener: (view: DraftView) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Applies one keystroke or choice. Throws if the schema forbids the value: the field must limit
   * the input.
   */
  type(patch: Partial<NoteFields>): void {
    const fields = v.parse(noteFieldsSchema, { ...this.#fields, ...patch });
    const step = stepFor(this.#step, patch, this.#store.ports.now());
    const isNewStep = this.#step?.since !== step.since || this.#step.fields !== step.fields;
    if (isNewStep) this.#undo = remember(this.#undo, this.#fields);
    this.#step = step;
    this.#change(fields);
  }

  /** False if there is nothing to undo. */
  undo(): boolean {
    return this.#stepTo(undoStep(this.#undo, this.#fields));
  }

  redo(): boolean {
    return this.#stepTo(redoStep(this.#undo, this.#fields));
  }

  /** After a failure: tries again with everything typed since. */
  retry(): void {
    this.#change(this.#fields);
  }

  /** Resolves when no write is running: stored or failed. */
  async settled(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }

  /** Stops listening; typed text is still stored. */
  close(): void {
    this.#unwatch();
    this.#listeners.clear();
  }

  #stepTo(step: { stack: UndoStack; fields: NoteFields } | null): boolean {
    if (step === null) return false;
    this.#step = null;
    this.#undo = step.stack;
    this.#change(step.fields);
    return true;
  }

  #change(fields: NoteFields): void {
    this.#fields = fields;
    this.#publish({ state: 'saving' });
    this.#writing ??= this.#write();
  }

  #publish(status: DraftStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener(this.view);
  }

  async #write(): Promise<void> {
    const status = await this.#writeAll();
    // Before the status changes: a keystroke in reaction to the status starts the next write.
    this.#writing = null;
    this.#publish(status);
  }

  async #writeAll(): Promise<DraftStatus> {
    try {
      let written: NoteFields | null = null;
      while (written !== this.#fields || this.#undo !== this.#undoAtRest) {
        const sent = { fields: this.#fields, undo: this.#undo };
        const undo = sent.undo === this.#undoAtRest ? null : sent.undo;
        const result = await storeDraft(this.#store, this.#stored, sent.fields, undo);
        if (!result.ok) return { state: 'failed', reason: result.reason };
        this.#undoAtRest = sent.undo;
        this.#stored = result.stored;
        written = this.#mergeStored(sent.fields, result.stored);
        if (result.lost !== null) this.#undo = remember(this.#undo, result.lost);
      }
      return { state: 'saved', at: this.#stored.updatedAt };
    } catch (error) {
      return { state: 'failed', reason: storageFailure(error) };
    }
  }

  /**
   * Shows the stored version plus what was typed since `sent`. Returns the fields that need no
   * further write.
   */
  #mergeStored(sent: NoteFields, stored: Note): NoteFields {
    const isOvertaken = this.#fields !== sent;
    this.#fields = mergeFields(sent, this.#fields, fieldsOf(stored)).merged;
    return isOvertaken ? sent : this.#fields;
  }

  #receive({ revision, note, undo }: NoteNews): void {
    this.#stored = { ...this.#stored, ...note, revision };
    this.#fields = fieldsOf(note);
    this.#undo = undo;
    this.#undoAtRest = undo;
    this.#publish({ state: 'saved', at: note.updatedAt });
  }

  /** The host finalized the facts at wrap-up while the note is open. */
  #receiveFacts(facts: NoteFacts): void {
    this.#facts = facts;
    this.#publish(this.#status);
  }

  /** While a write is running, the commit itself detects the conflict and merges. */
  #isNews(revision: number): boolean {
    return revision > this.#stored.revision && this.#status.state === 'saved';
  }
}
