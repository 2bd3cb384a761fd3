import type { Page } from 'puppeteer-core';

export interface RingingAudio {
  /** Position in the tone in seconds; it advances only while the browser plays. */
  readonly at: number;
  /** Length of one full ring, s. */
  readonly seconds: number;
  readonly loops: boolean;
  readonly muted: boolean;
  readonly volume: number;
  /** Device id; empty for the system's default. */
  readonly output: string;
}

/**
 * The page's audio elements that play a file: in the phone host the ringer (a caller is a stream).
 */
export async function ringingAudio(host: Page): Promise<readonly RingingAudio[]> {
  const prototype = await host.evaluateHandle(() => HTMLAudioElement.prototype);
  const elements = await host.queryObjects(prototype);
  const playing = await host.evaluate(
    (all) =>
      all
        .filter((audio) => !audio.paused && audio.src !== '' && audio.srcObject === null)
        .map(({ currentTime, duration, loop, muted, volume, sinkId }) => ({
          at: currentTime,
          seconds: duration,
          loops: loop,
          muted,
          volume,
          output: sinkId,
        })),
    elements,
  );
  await Promise.all([prototype.dispose(), elements.dispose()]);
  return playing;
}
