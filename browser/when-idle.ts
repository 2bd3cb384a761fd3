/** Three display frames: longer than it takes to draw a ring. */
const AT_MOST_MS = 50;

/**
 * Resolves when there is nothing left to draw, or after 50 ms. Chromium runs all pages of an
 * extension on one thread: work of the phone host right after a ring would delay its drawing.
 */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: AT_MOST_MS });
  });
}
