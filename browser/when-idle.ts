/** Three display frames: longer than a ring takes to be drawn, shorter than anybody could crash a computer in. */
const AT_MOST_MS = 50;

/**
 * Resolves when there is nothing left to draw, or after 50 ms. Chromium runs the pages of one extension on one thread:
 * what the phone host does right after a ring was told is done before the panel shows it.
 */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: AT_MOST_MS });
  });
}
