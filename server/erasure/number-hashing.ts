import type { KeyObject } from 'node:crypto';
import { hashingKey, keyOfForm } from './number-keys.ts';

/** The keys that hash the numbers of an organisation, as they are stored. */
export interface NumberSecrets {
  readonly number_key: string;
  /** The key before it, which devices had once: what was erased with it stays erased. */
  readonly old_number_key: string | null;
}

/** Hashes the numbers of an organisation. One is used for one transaction. */
export class NumberHashing {
  readonly #current: KeyObject;
  readonly #old: KeyObject | null;
  /** Hashes by the old key of the numbers that were hashed here, by those of the current one. */
  readonly #olds = new Map<string, string>();
  readonly #currents = new Map<string, string>();

  constructor({ number_key, old_number_key }: NumberSecrets) {
    this.#current = hashingKey(number_key);
    this.#old = old_number_key === null ? null : hashingKey(old_number_key);
  }

  /** Under which a number is stored from now on. */
  keyOf(form: string): string {
    const key = keyOfForm(this.#current, form);
    if (this.#old !== null && !this.#olds.has(key)) {
      const old = keyOfForm(this.#old, form);
      this.#olds.set(key, old);
      this.#currents.set(old, key);
    }
    return key;
  }

  /** Under which it may be stored: all of them are looked up. */
  keysOf(form: string): readonly string[] {
    return this.withOld([this.keyOf(form)]);
  }

  /** These keys of `keyOf` with those that the same numbers had before. */
  withOld(keys: readonly string[]): readonly string[] {
    return keys.flatMap((key) => {
      const old = this.#olds.get(key);
      return old === undefined ? [key] : [key, old];
    });
  }

  /** The current key of a number whose stored key was found. */
  currentOf(stored: string): string {
    return this.#currents.get(stored) ?? stored;
  }
}
