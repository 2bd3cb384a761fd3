import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { instantSchema } from '../../calls/vocabulary/instant.ts';
import type { Database, Rows } from '../database.ts';
import type { Codec } from '../vault/codec.ts';
import type { NoteChanges } from './note-changes.ts';

const commentSchema = v.object({
  id: boundedText(80),
  note: boundedText(80),
  /** Agent number. */
  by: boundedText(40),
  at: instantSchema,
  text: boundedText(2_000),
  readAt: v.optional(instantSchema),
  /** The server's proof of it, for offering it again. */
  receipt: v.exactOptional(boundedText(64)),
});

/** A lead's comment on a note. Without `readAt` it was not on the agent's screen yet. */
export type NoteComment = Readonly<v.InferOutput<typeof commentSchema>>;

interface CommentPorts {
  readonly database: Database;
  readonly codec: Codec;
  readonly changes: NoteChanges;
  readonly now: () => number;
}

/** Comments of leads on this agent's notes; sync delivers them. */
export class CommentStore {
  readonly #ports: CommentPorts;

  constructor(ports: CommentPorts) {
    this.#ports = ports;
  }

  /**
   * From the server. A comment that was read here stays read, even if the server does not know it
   * yet. `locked`: it is here already and cannot be compared before an unlock.
   */
  async receive({ id, note, by, at, text, readAt, receipt }: NoteComment): Promise<'stored' | 'locked'> {
    const { database, codec, changes } = this.#ports;
    const row = await database.comments.get(id);
    const known = row === undefined ? null : await this.#open(row);
    if (row !== undefined && known === null) return 'locked';
    const readThen = known?.readAt ?? readAt;
    // The server redacts the text when a number is erased, and proves the new one.
    const isKnown = known !== null && known.text === text && known.receipt === receipt;
    if (isKnown && known.readAt === readThen) return 'stored';
    const comment: NoteComment = {
      ...{ id, note, by, at, text },
      ...(readThen === undefined ? {} : { readAt: readThen }),
      ...(receipt === undefined ? {} : { receipt }),
    };
    const { agent } = await codec.writer();
    const encrypted = await codec.encode('comments', id, comment);
    await database.comments.put({ id, note, agent, isRead: readThen !== undefined, encrypted });
    changes.announce({ kind: 'commented', id: note });
    return 'stored';
  }

  /** Oldest first, without those that need an unlock. */
  async ofNote(note: string): Promise<readonly NoteComment[]> {
    const rows = await this.#ports.database.comments.where('note').equals(note).toArray();
    const read = await Promise.all(rows.map((row) => this.#open(row)));
    return read.filter((one) => one !== null).sort((a, b) => a.at - b.at);
  }

  /** The number of unread comments per note of this agent. Works while locked. */
  async unread(): Promise<ReadonlyMap<string, number>> {
    const { database, codec } = this.#ports;
    const { agent } = await codec.writer();
    const rows = await database.comments.where('agent').equals(agent).toArray();
    const unread = rows.filter(({ isRead }) => isRead !== true).map(({ note }) => note);
    // Without the note on this computer, the comment cannot be opened.
    const ids = [...new Set(unread)];
    const there = await database.notes.bulkGet(ids);
    const here = ids.filter((_, at) => there[at] !== undefined);
    return new Map(here.map((id) => [id, unread.filter((note) => note === id).length]));
  }

  /** The comments were on screen: the next sync informs the lead. */
  async markRead(note: string): Promise<void> {
    const { database, codec, changes, now } = this.#ports;
    const comments = (await this.ofNote(note)).filter(({ readAt }) => readAt === undefined);
    if (comments.length === 0) return;
    const readAt = now();
    const { agent } = await codec.writer();
    const rows = await Promise.all(
      comments.map(async (comment): Promise<Rows['comments']> => {
        const encrypted = await codec.encode('comments', comment.id, { ...comment, readAt });
        return { id: comment.id, note, agent, isRead: true, encrypted };
      }),
    );
    await database.transaction('rw', database.comments, database.outbox, async () => {
      const still = await database.comments.bulkGet(rows.map(({ id }) => id));
      const read = rows.filter((_, at) => still[at] !== undefined && still[at]?.isRead !== true);
      await database.comments.bulkPut(read);
      await database.outbox.bulkPut(
        read.map(({ id }) => ({ table: 'comments' as const, id, agent, revision: 1 })),
      );
    });
    changes.announce({ kind: 'commented', id: note });
  }

  /**
   * Null if an earlier start encrypted it and the agent has not unlocked, or if it was tampered
   * with.
   */
  async read(id: string): Promise<NoteComment | null> {
    const row = await this.#ports.database.comments.get(id);
    return row === undefined ? null : await this.#open(row);
  }

  async #open({ id, encrypted }: Rows['comments']): Promise<NoteComment | null> {
    const decoded = await this.#ports.codec.decode('comments', id, encrypted);
    const parsed = v.safeParse(commentSchema, decoded.ok ? decoded.record : null);
    return parsed.success ? parsed.output : null;
  }
}
