/** A map that holds so many entries at most: a new one displaces the oldest. */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  readonly #most: number;
  readonly #onDisplaced: (key: Key, value: Value) => void;

  constructor(most: number, onDisplaced: (key: Key, value: Value) => void = () => {}) {
    super();
    this.#most = most;
    this.#onDisplaced = onDisplaced;
  }

  override set(key: Key, value: Value): this {
    super.set(key, value);
    if (this.size <= this.#most) return this;
    for (const [oldest, displaced] of this) {
      this.delete(oldest);
      this.#onDisplaced(oldest, displaced);
      break;
    }
    return this;
  }
}
