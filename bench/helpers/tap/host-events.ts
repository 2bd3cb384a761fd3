import type { Page } from 'puppeteer-core';

/** When the phone host had an event of a call, in the clock that all processes share. */
export interface HostEvents {
  /** Resolves with the time at which the host had dealt with it. */
  until(call: string, type: string): Promise<number>;
}

const WITHIN_MS = 10_000;

/** Listens beside the phone host to the pages that connect from now on. */
export async function watchHost(offscreen: Page): Promise<HostEvents> {
  await offscreen.evaluate(`
    globalThis.tapBenchEvents = new Map();
    chrome.runtime.onConnect.addListener((port) => {
      port.onMessage.addListener((message) => {
        const at = performance.timeOrigin + performance.now();
        for (const { call, type } of message.events ?? []) tapBenchEvents.set(call + ' ' + type, at);
      });
    });
  `);
  return {
    async until(call, type) {
      const key = JSON.stringify(`${call} ${type}`);
      const options = { polling: 20, timeout: WITHIN_MS };
      await offscreen.waitForFunction(`globalThis.tapBenchEvents.has(${key})`, options);
      return Number(await offscreen.evaluate(`globalThis.tapBenchEvents.get(${key})`));
    },
  };
}
