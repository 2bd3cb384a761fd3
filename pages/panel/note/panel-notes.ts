import { type Signal, signal } from '@preact/signals';
import { i18n } from '#i18n';
import type { Call } from '../../../calls/call.ts';
import { EMPTY_FIELDS, type Note, type NoteFields } from '../../../contract/note/note.ts';
import { type DraftView, NoteDraft } from '../../../storage/notes/note-draft.ts';
import { notesOfDay, notesOfNumber } from '../../../storage/notes/note-list.ts';
import type { NoteStore } from '../../../storage/notes/note-store.ts';
import type { HistoryView } from '../call/call-view.ts';
import { NOTHING_TO_UNDO, type NoteView, noteView } from './note-view.ts';

/** The notes of this page: one open draft, the history of the number on screen, today's list. */
export class PanelNotes {
  readonly today: Signal<readonly Note[]> = signal([]);
  readonly history: Signal<ReadonlyMap<string, HistoryView>> = signal(new Map());
  readonly store: NoteStore;
  readonly #title: (situation: string) => string;
  readonly #draft: Signal<{ readonly call: string; readonly view: DraftView } | null> = signal(null);
  #open: { readonly call: string; readonly draft: NoteDraft } | null = null;
  /** Typed before the note was open, which may take a second. */
  readonly #early: Signal<{ readonly call: string; readonly patch: Partial<NoteFields> } | null> =
    signal(null);
  readonly #applied = signal(0);
  readonly #earlier: Signal<ReadonlyMap<string, Note>> = signal(new Map());
  #opening = '';

  /** `title`: of a situation, in the reader's language. */
  constructor(store: NoteStore, title: (situation: string) => string) {
    this.store = store;
    this.#title = title;
  }

  /** Opens the note of the call on screen, and creates it if the host has not done so yet. */
  async follow(call: Call | null): Promise<void> {
    if (call === null) return this.#listToday();
    const { id } = call;
    if (id === this.#opening) return;
    this.#opening = id;
    await this.#close();
    const { direction, remoteParty, startedAt } = call;
    const { number, displayName } = remoteParty;
    const contact = { kind: 'call', call: call.id, direction, number, displayName, startedAt } as const;
    const note = await this.store.create(contact);
    const opened = await NoteDraft.open(this.store, note);
    if (!opened.ok || this.#opening !== id) return;
    this.#open = { call: id, draft: opened.draft };
    const early = this.#early.value;
    if (early?.call === id) opened.draft.type(appended(opened.draft.view.note.text, early.patch));
    this.#early.value = null;
    this.#draft.value = { call: id, view: opened.draft.view };
    opened.draft.subscribe((view) => {
      if (this.#opening === id) this.#draft.value = { call: id, view };
    });
    await this.#findNumber(number, note);
  }

  /** Stores at once, or as soon as the note is open. */
  type(call: string, patch: Partial<NoteFields>): void {
    const draft = this.draftOf(call);
    if (draft !== null) {
      draft.type(patch);
      return;
    }
    const early = this.#early.value;
    this.#early.value = { call, patch: { ...(early?.call === call ? early.patch : {}), ...patch } };
  }

  /** Answers that follow from what the agent did, where none was given. */
  fill(call: string, { category, settled }: Pick<NoteFields, 'category' | 'settled'>): void {
    const { fields } = this.viewOf(call);
    const patch = {
      ...(fields.category === null && { category }),
      ...(fields.settled === null && { settled }),
    };
    if (Object.keys(patch).length > 0) this.type(call, patch);
  }

  /** Undoes or redoes a step. The steps are stored with the note. */
  step(call: string, way: 'undo' | 'redo'): void {
    const draft = this.draftOf(call);
    const isApplied = way === 'undo' ? draft?.undo() : draft?.redo();
    if (isApplied === true) this.#applied.value += 1;
  }

  /** Null until the note is open. */
  draftOf(call: string): NoteDraft | null {
    return this.#open?.call === call ? this.#open.draft : null;
  }

  /** Before the note is open: what was typed so far. */
  viewOf(call: string): NoteView {
    const draft = this.#draft.value;
    if (draft?.call === call) return { ...noteView(draft.view, this.#applied.value), id: call };
    const early = this.#early.value;
    const typed = early?.call === call ? early.patch : null;
    return {
      id: call,
      fields: { ...EMPTY_FIELDS, ...typed },
      save: { state: typed === null ? 'empty' : 'saving' },
      undo: NOTHING_TO_UNDO,
    };
  }

  /** Id of the note of a call of today; null while it is not known. */
  idOf(call: string): string | null {
    return this.ofToday(call)?.id ?? null;
  }

  /** The note of a call of today, as it was last read. */
  ofToday(call: string): Note | null {
    const ofCall = ({ contact }: Note) => contact.kind === 'call' && contact.call === call;
    return this.noteOf(call) ?? this.today.value.find(ofCall) ?? null;
  }

  /** A note of today, or of an earlier day that was read. */
  byId(id: string): Note | null {
    const open = this.#draft.value?.view.note;
    if (open?.id === id) return open;
    return this.today.value.find((note) => note.id === id) ?? this.#earlier.value.get(id) ?? null;
  }

  /** Notes of earlier days that still need something; those that are gone are left out. */
  async readEarlier(ids: readonly string[]): Promise<void> {
    const isToday = new Set(this.today.value.map(({ id }) => id));
    const read = await Promise.all(ids.filter((id) => !isToday.has(id)).map((id) => this.store.read(id)));
    const notes = read.flatMap((one) => (one.ok ? [one.note] : []));
    if (notes.length === 0 && this.#earlier.value.size === 0) return;
    this.#earlier.value = new Map(notes.map((note) => [note.id, note]));
  }

  noteOf(call: string): Note | null {
    const draft = this.#draft.value;
    return draft?.call === call ? draft.view.note : null;
  }

  /** Reads every time, because a lock or an unlock changes what can be read. */
  async #listToday(): Promise<void> {
    this.#opening = '';
    const last = this.#open?.draft;
    await this.#close();
    // The list must show what was typed last.
    await last?.settled();
    this.today.value = (await notesOfDay(this.store)).notes;
    await this.readEarlier([...this.#earlier.value.keys()]);
  }

  async #close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    this.#draft.value = null;
    open?.draft.close();
  }

  async #findNumber(number: string, own: string): Promise<void> {
    const { notes } = await notesOfNumber(this.store, number);
    const earlier = notes.filter(({ id }) => id !== own);
    const history: HistoryView = {
      lastCallAt: earlier[0]?.createdAt ?? null,
      lastTopic: this.#topicOf(earlier[0]),
      openWorkOrders: 0,
      openCase: null,
      openCallBacks: 0,
      vip: false,
      harasser: false,
    };
    this.history.value = new Map(this.history.value).set(number, history);
  }

  /** The category of the last contact, else the title of its last situation. */
  #topicOf(note: Note | undefined): string | null {
    if (note === undefined) return null;
    if (note.category !== null) return i18n.t(`note.categories.${note.category}`);
    const last = note.facts?.situations.at(-1);
    return last === undefined ? null : this.#title(last);
  }
}

/** Appends text that was typed before the field was filled; never replaces. */
function appended(text: string, early: Partial<NoteFields>): Partial<NoteFields> {
  return text === '' || early.text === undefined ? early : { ...early, text: `${text}\n${early.text}` };
}
