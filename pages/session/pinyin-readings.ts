import { signal } from '@preact/signals';
import { type HanziReadings, NO_READINGS, readReadings } from '../../rules/search/hanzi-readings.ts';

/** Readings for the search by pinyin. */
export class PinyinReadings {
  readonly #loaded = signal(NO_READINGS);
  #loading: Promise<void> | null = null;

  /** Empty until they are loaded: scripts are found by their characters until then. */
  get value(): HanziReadings {
    return this.#loaded.value;
  }

  /** A page loads them when somebody searches, not when it opens. */
  load(): Promise<void> {
    this.#loading ??= import('virtual:hanzi-readings').then(({ readings }) => {
      this.#loaded.value = readReadings(readings);
    });
    return this.#loading;
  }
}
