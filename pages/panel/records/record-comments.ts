import { type Signal, signal } from '@preact/signals';
import type { CommentView } from '../../../components/records/comment-view.ts';
import { maskText } from '../../../contract/numbers/mask.ts';
import type { CommentStore, NoteComment } from '../../../storage/notes/comment-store.ts';
import type { NoteStore } from '../../../storage/notes/note-store.ts';

interface CommentParts {
  readonly comments: CommentStore;
  readonly store: NoteStore;
  /** False before there is an agent to whom anything belongs. */
  readonly isSetUp: () => boolean;
}

/** What leads said of this agent's notes: how much waits unread, and all of it for the note that is open. */
export class RecordComments {
  /** By note. */
  readonly unread: Signal<ReadonlyMap<string, number>> = signal(new Map());
  readonly #parts: CommentParts;
  readonly #ofOpen: Signal<readonly NoteComment[]> = signal([]);
  #note: string | null = null;
  /** Unread when the note was opened, or come since: they stand out for as long as it is open. */
  readonly #fresh = new Set<string>();

  constructor(parts: CommentParts) {
    this.#parts = parts;
    parts.store.ports.changes.subscribe((change) => {
      if (change.kind !== 'commented' && change.kind !== 'deleted') return;
      void this.refresh();
      if (change.id === this.#note) void this.#load(change.id);
    });
  }

  /** Also after an unlock, and with another agent. */
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

  /** The note whose unread comment has waited longest. */
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
