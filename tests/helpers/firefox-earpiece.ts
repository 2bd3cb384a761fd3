import type { Page } from 'puppeteer-core';

/** What Firefox's phone host, in its background page, plays of the other side. */
export interface FirefoxEarpiece {
  /** Waits until an element plays a live remote track and sound has been received. */
  waitUntilPlayed(): Promise<void>;
}

/**
 * Records the elements and connections that the background page creates, from another page: the
 * audio element is in no document, and Firefox exposes no background page to a driver.
 */
export async function watchEarpiece(page: Page): Promise<FirefoxEarpiece> {
  await page.evaluate(`browser.runtime.getBackgroundPage().then((host) => {
    window.earpiece = { played: new Set(), connections: new Set() };
    const { play } = host.HTMLMediaElement.prototype;
    host.HTMLMediaElement.prototype.play = function () {
      window.earpiece.played.add(this);
      return play.call(this);
    };
    host.RTCPeerConnection = new Proxy(host.RTCPeerConnection, {
      construct(target, args) {
        const connection = new target(...args);
        window.earpiece.connections.add(connection);
        return connection;
      },
    });
  })`);
  return {
    async waitUntilPlayed() {
      await page.waitForFunction(
        `(async () => {
          const sounding = [...earpiece.played].some(({ srcObject, paused, muted, currentTime }) =>
            srcObject?.getAudioTracks()[0]?.readyState === 'live' && !paused && !muted && currentTime > 0);
          if (!sounding) return false;
          for (const connection of earpiece.connections) {
            for (const [, report] of await connection.getStats()) {
              if (report.type === 'inbound-rtp' && report.totalAudioEnergy > 0) return true;
            }
          }
          return false;
        })()`,
        { timeout: 10_000, polling: 50 },
      );
    },
  };
}
