import { type Signal, signal } from '@preact/signals';
import { shownNumber } from '../../../components/caller-name.ts';
import type { NoteFields } from '../../../contract/note/note.ts';
import { recordAudit } from '../../../storage/audit-log.ts';
import { discardUntouched } from '../../../storage/notes/delete-notes.ts';
import { maskedNote } from '../../../storage/notes/export-notes.ts';
import { type DraftView, NoteDraft } from '../../../storage/notes/note-draft.ts';
import type { NoteStore } from '../../../storage/notes/note-store.ts';
import { adherenceOf } from '../../session/adherence-of.ts';
import type { PromiseJudge } from '../../session/promise-judge.ts';
import { recordCallOf } from '../../session/record-call-of.ts';
import { noteView } from '../note/note-view.ts';
import type { RecordComments } from './record-comments.ts';
import type { RecordPageView } from './records-view.ts';

interface Opened {
  readonly draft: NoteDraft;
  readonly view: DraftView;
  readonly masked: boolean;
  readonly applied: number;
}

interface RecordPageParts {
  readonly store: NoteStore;
  readonly title: (situation: string) => string;
  readonly judge: PromiseJudge;
  readonly serverOffset: () => number | null;
}

/** One note among the records: masked first. Revealing it is audited and allows changes. */
export class RecordPage {
  readonly #store: NoteStore;
  readonly #comments: RecordComments;
  readonly #title: (situation: string) => string;
  readonly #judge: PromiseJudge;
  readonly #serverOffset: () => number | null;
  readonly #opened: Signal<Opened | null> = signal(null);

  constructor({ store, title, judge, serverOffset }: RecordPageParts, comments: RecordComments) {
    this.#store = store;
    this.#judge = judge;
    this.#comments = comments;
    this.#title = title;
    this.#serverOffset = serverOffset;
    store.ports.changes.subscribe((change) => {
      if (change.kind === 'deleted') this.#leave(change.id);
    });
  }

  get view(): RecordPageView | null {
    const opened = this.#opened.value;
    if (opened === null) return null;
    const { masked, applied, view } = opened;
    const note = masked ? maskedNote(view.note) : view.note;
    const { id, createdAt } = note;
    const number = view.note.contact.kind === 'call' ? view.note.contact.number : '';
    return {
      ...{ page: 'note', id, at: createdAt, masked },
      number: number === '' ? '' : shownNumber({ number, masked }),
      call: recordCallOf(note, this.#title),
      note: noteView({ ...view, note }, applied),
      comments: this.#comments.ofOpen(masked),
      adherence: adherenceOf(note, this.#title, this.#judge),
    };
  }

  async open(id: string): Promise<void> {
    await this.#show(id, true);
  }

  /** A note without a call: a visitor, or a call on another phone. */
  async begin(): Promise<void> {
    await this.#show(await this.#store.create({ kind: 'walk-in' }, {}, this.#serverOffset()), false);
  }

  async reveal(): Promise<void> {
    const opened = this.#opened.value;
    if (opened === null) return;
    const { now } = this.#store.ports;
    await recordAudit(this.#store.ports, { kind: 'revealed', at: now(), note: opened.view.note.id });
    this.#opened.value = { ...opened, masked: false };
  }

  write(patch: Partial<NoteFields>): void {
    this.#opened.value?.draft.type(patch);
  }

  step(way: 'undo' | 'redo'): void {
    const opened = this.#opened.value;
    if (opened === null) return;
    const isApplied = way === 'undo' ? opened.draft.undo() : opened.draft.redo();
    if (isApplied) this.#change({ applied: opened.applied + 1 });
  }

  retry(): void {
    this.#opened.value?.draft.retry();
  }

  get text(): string {
    return this.#opened.value?.view.note.text ?? '';
  }

  /** Deletes a new note in which nothing was written. */
  async close(): Promise<void> {
    const opened = this.#opened.value;
    this.#opened.value = null;
    this.#comments.close();
    if (opened === null) return;
    opened.draft.close();
    await opened.draft.settled();
    if (opened.view.note.contact.kind === 'walk-in') await discardUntouched(this.#store, opened.view.note.id);
  }

  async #show(id: string, masked: boolean): Promise<void> {
    await this.close();
    const opened = await NoteDraft.open(this.#store, id);
    if (!opened.ok) return;
    const { draft } = opened;
    draft.subscribe((view) => {
      if (this.#opened.value?.draft === draft) this.#change({ view });
    });
    this.#opened.value = { draft, view: draft.view, masked, applied: 0 };
    await this.#comments.open(id);
  }

  /** Closes a deleted note, unless it holds text that is not stored. */
  #leave(id: string): void {
    const opened = this.#opened.value;
    if (opened?.view.note.id !== id || opened.view.status.state !== 'saved') return;
    this.#opened.value = null;
    this.#comments.close();
    opened.draft.close();
  }

  #change(patch: Partial<Opened>): void {
    const opened = this.#opened.value;
    if (opened !== null) this.#opened.value = { ...opened, ...patch };
  }
}
