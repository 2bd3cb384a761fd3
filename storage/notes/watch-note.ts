import type { NoteFacts } from '../../contract/note/note.ts';
import type { NoteStore } from './note-store.ts';
import { readFacts, readStoredNote, type StoredNote } from './stored-note.ts';
import { readUndoStack, type UndoStack } from './undo-stack.ts';

/** A newer revision of an open note. */
export interface NoteNews {
  readonly revision: number;
  readonly note: StoredNote;
  readonly undo: UndoStack;
}

interface NoteWatcher {
  /** Called before and after reading. False for a revision that this page knows or is writing. */
  readonly isNews: (revision: number) => boolean;
  readonly news: (news: NoteNews) => void;
  readonly facts: (facts: NoteFacts) => void;
}

/**
 * Reports what other pages and the host store about one note, until the returned function is
 * called.
 */
export function watchNote(store: NoteStore, id: string, watcher: NoteWatcher): () => void {
  return store.ports.changes.subscribe((change) => {
    if (change.kind === 'calls-deleted' || change.id !== id) return;
    if (change.kind === 'facts-finalized') void notifyFacts(store, id, watcher);
    if (change.kind === 'stored' && watcher.isNews(change.revision)) void notifyNews(store, id, watcher);
  });
}

async function notifyFacts(store: NoteStore, id: string, watcher: NoteWatcher): Promise<void> {
  const facts = await readFacts(store.ports, id);
  if (facts !== null) watcher.facts(facts);
}

async function notifyNews(store: NoteStore, id: string, watcher: NoteWatcher): Promise<void> {
  const { database, codec } = store.ports;
  const row = await database.notes.get(id);
  if (row === undefined) return;
  const [reading, undo] = await Promise.all([readStoredNote(codec, row), readUndoStack(store.ports, id)]);
  if (!reading.ok || !watcher.isNews(row.revision)) return;
  watcher.news({ revision: row.revision, note: reading.note, undo });
}
