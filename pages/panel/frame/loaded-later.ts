import { untracked } from '@preact/signals';

/** Code that is loaded after the page. */
export interface Loader<Code> {
  /** Null until it is loaded; reading it renders the reader then. */
  readonly loaded: () => Code | null;
  readonly load: () => Promise<void>;
}

/** Something that is made, once, from code that is loaded later. */
export class LoadedLater<Code, Made> {
  readonly #loader: Loader<Code>;
  readonly #make: (code: Code) => Made;
  #made: Made | null = null;

  constructor(loader: Loader<Code>, make: (code: Code) => Made) {
    this.#loader = loader;
    this.#make = make;
  }

  /** Null until the code is loaded; reading it renders the reader then. */
  get value(): Made | null {
    const code = this.#loader.loaded();
    if (code === null) return null;
    // What is read while it is made must not make it anew.
    this.#made ??= untracked(() => this.#make(code));
    return this.#made;
  }

  /** Carries something out at once if the code is loaded, and otherwise as soon as it is. */
  whenLoaded(carryOut: (made: Made) => unknown): unknown {
    const made = untracked(() => this.value);
    if (made !== null) return carryOut(made);
    return this.#loader.load().then(() => {
      const loaded = untracked(() => this.value);
      // Otherwise the page is loaded anew, or says in the console that it cannot be.
      return loaded === null ? undefined : carryOut(loaded);
    });
  }
}
