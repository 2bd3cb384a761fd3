/** Which budget is used up: of the whole process, or of this client. */
export type FullBudget = 'process' | 'client';

/**
 * Counts the bytes of request bodies that are in memory, from the first byte until the answer. A
 * body that is only announced costs nothing.
 */
export class BodyBudget {
  readonly #most: { readonly process: number; readonly client: number };
  readonly #byClient = new Map<string, number>();
  #total = 0;

  constructor(most: { readonly process: number; readonly client: number }) {
    this.#most = most;
  }

  /** Null: the bytes are counted until `release`. */
  reserve(client: string, bytes: number): FullBudget | null {
    const own = (this.#byClient.get(client) ?? 0) + bytes;
    if (own > this.#most.client) return 'client';
    if (this.#total + bytes > this.#most.process) return 'process';
    this.#total += bytes;
    this.#byClient.set(client, own);
    return null;
  }

  release(client: string, bytes: number): void {
    this.#total -= bytes;
    const own = (this.#byClient.get(client) ?? 0) - bytes;
    if (own > 0) this.#byClient.set(client, own);
    else this.#byClient.delete(client);
  }
}
