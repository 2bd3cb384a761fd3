/** A change of a note, without its content: interested pages read the note. */
export type NoteChange =
  | { readonly kind: 'stored'; readonly id: string; readonly revision: number }
  | { readonly kind: 'facts-finalized'; readonly id: string }
  /** A comment on it arrived or was read. */
  | { readonly kind: 'commented'; readonly id: string }
  | { readonly kind: 'deleted'; readonly id: string }
  /**
   * Calls were deleted from the journal, with or without notes: pages must load their calls again.
   */
  | { readonly kind: 'calls-deleted' };

/**
 * Announces to every page of the profile, including this one, which notes changed. Carries only
 * ids.
 */
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
