import type { Instant } from '../../../calls/call-event.ts';
import { isWithin } from '../../../calls/timing/is-within.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { Path } from '../fields/place.ts';

/** Typing in one field without a longer rest is one thing to undo. */
const ONE_EDIT_MS = 1500;
const MOST_KEPT = 300;

/**
 * The undo history of a draft. Packs share what did not change, so many states cost little memory.
 */
export class DraftHistory {
  #past: readonly Pack[] = [];
  #present: Pack;
  #future: readonly Pack[] = [];
  #typedIn: string | null = null;
  #typedAt: Instant = 0;

  constructor(present: Pack) {
    this.#present = present;
  }

  get present(): Pack {
    return this.#present;
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  push(pack: Pack, at: Instant): void {
    const field = typedField(this.#present, pack);
    const goesOn = field !== null && field === this.#typedIn && isWithin(ONE_EDIT_MS, this.#typedAt, at);
    if (!goesOn) this.#past = [...this.#past, this.#present].slice(-MOST_KEPT);
    this.#present = pack;
    this.#future = [];
    this.#typedIn = field;
    this.#typedAt = at;
  }

  /** Something from elsewhere: one thing to undo, whatever it is. */
  apply(pack: Pack): void {
    this.#typedIn = null;
    this.push(pack, 0);
    this.#typedIn = null;
  }

  undo(): void {
    const before = this.#past.at(-1);
    if (before === undefined) return;
    this.#future = [this.#present, ...this.#future];
    this.#past = this.#past.slice(0, -1);
    this.#present = before;
    this.#typedIn = null;
  }

  redo(): void {
    const [after, ...rest] = this.#future;
    if (after === undefined) return;
    this.#past = [...this.#past, this.#present];
    this.#present = after;
    this.#future = rest;
    this.#typedIn = null;
  }
}

/** Path of the one text or number in which two packs differ; null if they differ in more. */
function typedField(before: unknown, after: unknown, path: Path = []): string | null {
  if (!isGroup(before) || !isGroup(after)) {
    return typeof before === typeof after && typeof after !== 'boolean' ? path.join('.') : null;
  }
  const keys = Object.keys(after);
  if (keys.length !== Object.keys(before).length) return null;
  const changed = keys.filter((key) => Reflect.get(before, key) !== Reflect.get(after, key));
  const [key] = changed;
  if (key === undefined || changed.length > 1) return null;
  return typedField(Reflect.get(before, key), Reflect.get(after, key), [...path, key]);
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
