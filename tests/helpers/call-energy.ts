import type { Page } from 'puppeteer-core';
import { until } from './until.ts';

/**
 * Waits until the phone host's live peer connection receives and sends sound, by its statistics
 * (`totalAudioEnergy` of inbound-rtp and media-source).
 */
export async function untilAudioFlows(host: Page): Promise<void> {
  await until('audio flows both ways', async () => {
    const { received, spoken } = await energies(host);
    return received > 0 && spoken > 0;
  });
}

async function energies(host: Page): Promise<{ received: number; spoken: number }> {
  const prototype = await host.evaluateHandle(() => RTCPeerConnection.prototype);
  const connections = await host.queryObjects(prototype);
  const found = await host.evaluate(async (all) => {
    let received = 0;
    let spoken = 0;
    for (const connection of all) {
      if (connection.connectionState !== 'connected') continue;
      for (const report of (await connection.getStats()).values()) {
        const energy: unknown = report.totalAudioEnergy;
        if (typeof energy !== 'number') continue;
        if (report.type === 'inbound-rtp') received += energy;
        if (report.type === 'media-source') spoken += energy;
      }
    }
    return { received, spoken };
  }, connections);
  await Promise.all([prototype.dispose(), connections.dispose()]);
  return found;
}
