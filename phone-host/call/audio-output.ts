import type { Clock } from '../../calls/sources/clock.ts';
import { within } from '../../calls/timing/within.ts';

/** An output answers within milliseconds; a Bluetooth headset that wakes up, within two seconds. */
export const OUTPUT_MS = 3_000;

/**
 * Sends an element's sound to an output (empty: the system's default), or to the default if that
 * one is unplugged. False if neither answers.
 */
export async function sendToOutput(
  audio: HTMLAudioElement,
  output: string,
  clock: Pick<Clock, 'after'>,
): Promise<boolean> {
  if (!('setSinkId' in audio)) return true;
  for (const sink of output === '' ? [''] : [output, '']) {
    try {
      const set = await within(OUTPUT_MS, audio.setSinkId(sink), clock);
      if (set.inTime) return true;
    } catch (error) {
      console.warn(`sound: the output "${sink}" cannot be used`, error);
    }
  }
  return false;
}
