import type { JSHandle, Page } from 'puppeteer-core';

/** Watches from now on; `at` is the time when the ring dial was presented. */
export function paintOfRing(panel: Page): Promise<JSHandle<{ readonly at: Promise<number> }>> {
  return panel.evaluateHandle(() => ({
    at: new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('.ring-dial') === null) return;
        observer.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
          port2.postMessage(null);
        });
      });
      observer.observe(document.body, { childList: true, subtree: true });
    }),
  }));
}
