/**
 * Longest wait for anything, ms. On a busy machine a page needs seconds for what takes it
 * milliseconds; only failures wait so long.
 */
export const PATIENCE_MS = 15_000;
