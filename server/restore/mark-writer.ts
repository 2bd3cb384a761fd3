const RETRY_MS = 5_000;

export interface MarkWriter {
  /** Resolves when the key was written, or at once while writing fails. */
  mark(key: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Writes the marks of teams one round after the other; marks that come meanwhile share the next
 * round. While writing fails nobody waits, and it is tried again.
 */
export function markWriter(
  write: (keys: readonly string[]) => Promise<void>,
  failed: (error: unknown) => void,
): MarkWriter {
  const waiting = new Set<string>();
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  let retry: NodeJS.Timeout | null = null;

  async function writeWaiting(): Promise<void> {
    const keys = [...waiting];
    waiting.clear();
    if (keys.length === 0) return;
    try {
      await write(keys);
    } catch (error) {
      for (const key of keys) waiting.add(key);
      failed(error);
      retry = setTimeout(() => {
        retry = null;
        void flush();
      }, RETRY_MS);
    }
  }

  function flush(): Promise<void> {
    next ??= running.then(() => {
      next = null;
      running = writeWaiting();
      return running;
    });
    return next;
  }

  return {
    async mark(key) {
      waiting.add(key);
      if (retry === null) await flush();
    },
    async stop() {
      await flush();
      if (retry !== null) clearTimeout(retry);
    },
  };
}
