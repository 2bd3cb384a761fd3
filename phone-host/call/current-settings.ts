import type { Settings } from '../../contract/settings/settings.ts';

/** The settings that the host works with. During a call they stay as they were before it. */
export class CurrentSettings {
  readonly #load: () => Promise<Settings>;
  #value: Settings;

  constructor(load: () => Promise<Settings>, value: Settings) {
    this.#load = load;
    this.#value = value;
  }

  get value(): Settings {
    return this.#value;
  }

  async reload(): Promise<Settings> {
    this.#value = await this.#load();
    return this.#value;
  }
}
