/**
 * The longest wait that a server asks for and that the extension keeps: asking once more costs less
 * than a mistaken wait.
 */
export const LONGEST_RETRY_AFTER_MS = 600_000;

/**
 * Retry-After in seconds (RFC 9110 §10.2.3) as ms, between a second and the longest wait; null for
 * anything else. The team's server never sends a date there.
 */
export function retryAfterMs(header: string | null): number | null {
  if (header === null || !/^\d+$/.test(header.trim())) return null;
  return Math.min(Math.max(Number(header) * 1_000, 1_000), LONGEST_RETRY_AFTER_MS);
}
