const ONE_DAY_S = 86_400;

/** Time in the queue, ms, from a header in seconds ("42", "42.5", "42s"). Anything else says nothing: null. */
export function readQueueTime(header: string | undefined): number | null {
  const match = /^\s*(\d{1,6}(?:\.\d{1,6})?)\s*(?:s|sec|seconds)?\s*$/i.exec(header ?? '');
  if (match === null) return null;
  const seconds = Number(match[1]);
  return seconds <= ONE_DAY_S ? Math.round(seconds * 1000) : null;
}
