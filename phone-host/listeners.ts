import type { Undo } from './part.ts';

/** Those who want to know of something. One that throws does not keep the others from knowing. */
export class Listeners<News extends readonly unknown[] = []> {
  readonly #listeners = new Set<(...news: News) => void>();

  add(listener: (...news: News) => void): Undo {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  notify(...news: News): void {
    for (const listener of this.#listeners) {
      try {
        listener(...news);
      } catch (error) {
        console.error('phone host: a listener failed', error);
      }
    }
  }
}
