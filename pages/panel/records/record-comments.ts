import { type Signal, signal } from '@preact/signals';
import type { CommentView } from '../../../components/records/comment-view.ts';
import { maskText } from '../../../contract/numbers/mask.ts';
import type { CommentStore, NoteComment } from '../../../storage/notes/comment-store.ts';
import type { NoteStore } from '../../../storage/notes/note-store.ts';

interface CommentParts {
  readonly comments: CommentStore;
  readonly store: NoteStore;
  /** False before the first agent is set up. */
  readonly isSetUp: () => boolean;
}

/** Leads' comments on this agent's notes: unread counts, and all comments of the open note. */
export class RecordComments {
  /** Number of unread comments by note. */
  readonly unread: Signal<ReadonlyMap<string, number>> = signal(new Map());
  readonly #parts: CommentParts;
  readonly #ofOpen: Signal<readonly NoteComment[]> = signal([]);
  #note: string | null = null;
  /** Unread when the note was opened, or arrived since. Marked as new while it is open. */
  readonly #fresh = new Set<string>();

  constructor(parts: CommentParts) {
    this.#parts = parts;
    parts.store.ports.changes.subscribe((change) => {
      if (change.kind !== 'commented' && change.kind !== 'deleted') return;
      void this.refresh();
      if (change.id === this.#note) void this.#load(change.id);
    });
  }

  /** Call it also after an unlock and after a change of agent. */
  async refresh(): Promise<void> {
    this.unread.value = this.#parts.isSetUp() ? await this.#parts.comments.unread() : new Map();
  }

  ofOpen(masked: boolean): readonly CommentView[] {
    return this.#ofOpen.value.map(({ id, by, at, text }) => ({
      ...{ id, by, at, text: masked ? maskText(text) : text },
      status: { is: this.#fresh.has(id) ? 'new' : 'known' },
    }));
  }

  async open(note: string): Promise<void> {
    this.close();
    this.#note = note;
    await this.#load(note);
  }

  close(): void {
    this.#note = null;
    this.#fresh.clear();
    this.#ofOpen.value = [];
  }

  async seen(): Promise<void> {
    if (this.#note !== null) await this.#parts.comments.markRead(this.#note);
  }

  /** The note with the oldest unread comment. */
  async longestUnread(): Promise<string | null> {
    const waiting = await Promise.all(
      Array.from(this.unread.value.keys(), async (note) => {
        const unread = (await this.#parts.comments.ofNote(note)).filter(({ readAt }) => readAt === undefined);
        return { note, at: unread[0]?.at ?? Number.POSITIVE_INFINITY };
      }),
    );
    return waiting.sort((a, b) => a.at - b.at)[0]?.note ?? null;
  }

  async #load(note: string): Promise<void> {
    const comments = await this.#parts.comments.ofNote(note);
    if (note !== this.#note) return;
    for (const { id, readAt } of comments) if (readAt === undefined) this.#fresh.add(id);
    this.#ofOpen.value = comments;
  }
}
