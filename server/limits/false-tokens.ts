import { hashSecret } from '../sign-in/secrets.ts';

const MOST = 10_000;

/** A restored database may know a token again. */
const KEPT_MS = 60_000;

/** Tokens of the right form that no device has, oldest first: asked again, they cost no query. */
export class FalseTokens {
  readonly #seenAt = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  has(token: string): boolean {
    const at = this.#seenAt.get(hashSecret(token));
    return at !== undefined && Math.abs(this.#now() - at) < KEPT_MS;
  }

  add(token: string): void {
    const hash = hashSecret(token);
    this.#seenAt.delete(hash);
    this.#seenAt.set(hash, this.#now());
    if (this.#seenAt.size <= MOST) return;
    const [oldest = ''] = this.#seenAt.keys();
    this.#seenAt.delete(oldest);
  }
}
