/** `full`: this owner has enough waiting. `late`: its turn did not come in time. */
export type NotServed = 'full' | 'late';

interface Waiter {
  readonly begin: () => void;
}

interface Line {
  isBusy: boolean;
  /** By owner, in the order of their turns. */
  readonly waiting: Map<string, Waiter[]>;
}

/**
 * Runs the tasks of a line one at a time, its owners in turn: who has much to do waits longer than
 * who has little.
 */
export class FairQueue {
  readonly #limits: { readonly waitingEach: number; readonly waitMs: number };
  readonly #lines = new Map<string, Line>();

  constructor(limits: { readonly waitingEach: number; readonly waitMs: number }) {
    this.#limits = limits;
  }

  async run<T>(
    name: string,
    owner: string,
    task: () => Promise<T>,
  ): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: NotServed }> {
    const line = this.#lines.get(name) ?? { isBusy: false, waiting: new Map() };
    this.#lines.set(name, line);
    if (line.isBusy) {
      const refused = await this.#turn(line, owner);
      if (refused !== null) return { ok: false, reason: refused };
    }
    line.isBusy = true;
    try {
      return { ok: true, value: await task() };
    } finally {
      this.#next(name, line);
    }
  }

  /** Resolves with null when the turn has come. */
  async #turn(line: Line, owner: string): Promise<NotServed | null> {
    const own = line.waiting.get(owner) ?? [];
    if (own.length >= this.#limits.waitingEach) return 'full';
    line.waiting.set(owner, own);
    return await new Promise((resolve) => {
      const late = setTimeout(() => {
        own.splice(own.indexOf(waiter), 1);
        if (own.length === 0 && line.waiting.get(owner) === own) line.waiting.delete(owner);
        resolve('late');
      }, this.#limits.waitMs);
      const waiter = {
        begin: () => {
          clearTimeout(late);
          resolve(null);
        },
      };
      own.push(waiter);
    });
  }

  #next(name: string, line: Line): void {
    line.isBusy = false;
    for (const [owner, own] of line.waiting) {
      line.waiting.delete(owner);
      const waiter = own.shift();
      if (own.length > 0) line.waiting.set(owner, own);
      if (waiter === undefined) continue;
      // Before its task begins, so that nobody comes in between.
      line.isBusy = true;
      waiter.begin();
      return;
    }
    this.#lines.delete(name);
  }
}
