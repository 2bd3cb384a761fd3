import * as v from 'valibot';
import { boundedText } from '../../calls/vocabulary/bounded-text.ts';
import { countSchema } from '../../calls/vocabulary/whole-number.ts';

const noteChangeSchema = v.variant('kind', [
  v.object({ kind: v.literal('stored'), id: boundedText(80), revision: countSchema }),
  v.object({ kind: v.literal('facts-finalized'), id: boundedText(80) }),
  /** A comment on it arrived or was read. */
  v.object({ kind: v.literal('commented'), id: boundedText(80) }),
  v.object({ kind: v.literal('deleted'), id: boundedText(80) }),
  /** Calls were deleted from the journal, with or without notes: pages load their calls again. */
  v.object({ kind: v.literal('calls-deleted') }),
]);

/** A change of a note, without its content: interested pages read the note. */
export type NoteChange = Readonly<v.InferOutput<typeof noteChangeSchema>>;

/**
 * Announces to every page of the profile, including this one, which notes changed. Carries only
 * ids.
 */
export class NoteChanges {
  readonly #channel = new BroadcastChannel('sansheng-notes');
  readonly #listeners = new Set<(change: NoteChange) => void>();

  constructor() {
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const change = v.safeParse(noteChangeSchema, data);
      if (change.success) this.#notify(change.output);
    };
  }

  announce(change: NoteChange): void {
    this.#channel.postMessage(change);
    this.#notify(change);
  }

  subscribe(listener: (change: NoteChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#channel.close();
    this.#listeners.clear();
  }

  #notify(change: NoteChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
