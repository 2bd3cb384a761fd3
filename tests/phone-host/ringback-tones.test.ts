import { expect, test } from 'vitest';
import { toneFile } from '../../browser/ring-tone.ts';
import type { CadenceCountry } from '../../contract/pack/ring-cadence.ts';
import { RINGBACK_TONES } from '../../phone-host/call/ringback-tones.ts';

const RATE = 8000;

async function samplesOf(country: CadenceCountry): Promise<Int16Array> {
  const file = await toneFile(RINGBACK_TONES[country]).arrayBuffer();
  return new Int16Array(file.slice(44));
}

/** Share of one frequency in the samples (Goertzel), 0…1 of full scale. */
function share(samples: Int16Array, hz: number): number {
  const step = 2 * Math.cos((2 * Math.PI * hz) / RATE);
  let [one, two] = [0, 0];
  for (const sample of samples) [one, two] = [sample / 0x7fff + step * one - two, one];
  return (2 * Math.sqrt(one ** 2 + two ** 2 - step * one * two)) / samples.length;
}

/** On and off phases in ms, heard in steps of 20 ms. */
function phasesOf(samples: Int16Array): number[] {
  const phases: number[] = [];
  let wasOn: boolean | null = null;
  for (let start = 0; start < samples.length; start += RATE / 50) {
    const isOn = samples.subarray(start, start + RATE / 50).some((sample) => Math.abs(sample) > 200);
    if (isOn === wasOn) phases.push((phases.pop() ?? 0) + 20);
    else phases.push(20);
    wasOn = isOn;
  }
  return phases;
}

test.each<[CadenceCountry, number[], number[]]>([
  ['CN', [450], [1000, 4000]],
  ['TW', [440, 480], [1000, 2000]],
  ['HK', [440, 480], [400, 200, 400, 3000]],
  ['US', [440, 480], [2000, 4000]],
  ['UK', [400, 450], [400, 200, 400, 2000]],
  ['JP', [400], [1000, 2000]],
])('%s: %j Hz in the cadence of ITU-T E.180 Supplement 2', async (country, frequencies, cadence) => {
  const samples = await samplesOf(country);
  expect(phasesOf(samples)).toEqual(cadence);
  const on = samples.subarray(0, ((cadence[0] ?? 0) * RATE) / 1000);
  for (const hz of frequencies) expect(share(on, hz)).toBeGreaterThan(0.05);
  for (const hz of [300, 350, 425, 600, 675]) {
    if (country !== 'JP') expect(share(on, hz)).toBeLessThan(0.03);
  }
});

test('it is no louder than a voice', async () => {
  const peak = Math.max(...(await samplesOf('CN')).map(Math.abs)) / 0x7fff;
  expect(peak).toBeGreaterThan(0.2);
  expect(peak).toBeLessThan(0.26);
});
