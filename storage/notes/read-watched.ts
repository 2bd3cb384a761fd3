import type { NoteReading, NoteStore } from './note-store.ts';
import { readUndoStack, type UndoStack } from './undo-stack.ts';

type WatchedReading = Exclude<NoteReading, { readonly ok: true }> | FoundNote;

interface FoundNote extends Extract<NoteReading, { readonly ok: true }> {
  readonly undo: UndoStack;
}

/**
 * Reads a note with its undo steps, as they are when it returns: reads again if the note changed
 * meanwhile, and finds nothing if it was deleted.
 */
export async function readWatched(store: NoteStore, id: string): Promise<WatchedReading> {
  let isDeleted = false;
  let changes = 0;
  const unsubscribe = store.ports.changes.subscribe((change) => {
    if (change.kind === 'calls-deleted' || change.id !== id) return;
    if (change.kind === 'deleted') isDeleted = true;
    else changes += 1;
  });
  try {
    for (;;) {
      const before = changes;
      const reading = await store.read(id);
      if (!reading.ok) return reading;
      const undo = await readUndoStack(store.ports, id);
      if (isDeleted) return { ok: false, reason: 'no-such-note' };
      if (changes === before) return { ...reading, undo };
    }
  } finally {
    unsubscribe();
  }
}
