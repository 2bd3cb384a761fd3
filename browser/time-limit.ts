/** Something took longer than its limit. It may still finish: its result is dropped. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError';
}

/** The result of `work`, or a TimeLimitError that names it after `ms`. */
export async function withTimeLimit<T>(ms: number, work: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeLimitError(`${what}: nothing within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
