export interface RunningRounds {
  /** Resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** Does `work` every so often, one round at a time, until it is stopped. */
export function runRounds(
  everyMs: number,
  work: () => Promise<unknown>,
  failed: (error: unknown) => void,
): RunningRounds {
  let round: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    round ??= work()
      .catch(failed)
      .finally(() => {
        round = null;
      });
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await round;
    },
  };
}
