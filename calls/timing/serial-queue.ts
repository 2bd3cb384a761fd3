/** Runs tasks one after another, in the order in which they were added. */
export class SerialQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Resolves or rejects as `task` does. A task that fails does not stop the tasks behind it. */
  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when every task that was added until now has finished or failed. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
