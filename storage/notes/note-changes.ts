/** What happened to a note. Carries nothing of what it says: whoever cares reads it. */
export type NoteChange =
  | { readonly kind: 'stored'; readonly id: string; readonly revision: number }
  | { readonly kind: 'facts-finalized'; readonly id: string }
  /** A comment on it came, or was read. */
  | { readonly kind: 'commented'; readonly id: string }
  | { readonly kind: 'deleted'; readonly id: string }
  /** The journal of calls went, with or without notes: whoever holds calls reads them anew. */
  | { readonly kind: 'calls-deleted' };

/** Tells every page of the profile, this one included, which notes changed. Carries ids only. */
export class NoteChanges {
  readonly #channel = new BroadcastChannel('sansheng-notes');
  readonly #listeners = new Set<(change: NoteChange) => void>();

  constructor() {
    this.#channel.onmessage = ({ data }: MessageEvent<NoteChange>) => this.#notify(data);
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
