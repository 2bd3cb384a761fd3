import { expect, test } from 'vitest';
import { type Tone, toneFile } from '../../browser/ring-tone.ts';
import { type CadenceCountry, cadenceCountrySchema } from '../../contract/pack/ring-cadence.ts';
import { BUSY_TONES, RINGBACK_TONES } from '../../phone-host/call/ringback-tones.ts';

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
  ['FR', [440], [1500, 3500]],
  ['DE', [425], [1000, 4000]],
])('%s: %j Hz in the cadence of ITU-T E.180 Supplement 2', async (country, frequencies, cadence) => {
  const samples = await samplesOf(country);
  expect(phasesOf(samples)).toEqual(cadence);
  const on = samples.subarray(0, ((cadence[0] ?? 0) * RATE) / 1000);
  for (const hz of frequencies) expect(share(on, hz)).toBeGreaterThan(0.05);
  for (const hz of [300, 350, 425, 600, 675]) {
    if (country !== 'JP' && !frequencies.includes(hz)) expect(share(on, hz)).toBeLessThan(0.03);
  }
});

/** `440+480/400,0/200`: as telephone systems write tones, with `*` for a modulation. */
function written({ cadence, frequencies, modulatedBy }: Tone): string {
  const sound = modulatedBy === null ? frequencies.join('+') : `${frequencies.join('+')}*${modulatedBy}`;
  return cadence.map((ms, at) => (at % 2 === 0 ? `${sound}/${ms}` : `0/${ms}`)).join();
}

/**
 * Asterisk, configs/samples/indications.conf.sample, which cites ITU-T E.180 Supplement 2
 * (tones-0203) and BT SIN 350; `hk` is in the table of FreePBX. Their `jp` has 400+15, because
 * their sum stands for the modulation of 15 to 20 Hz that the Supplement names.
 */
const PUBLISHED: Readonly<Record<CadenceCountry, readonly [ring: string, busy: string]>> = {
  CN: ['450/1000,0/4000', '450/350,0/350'],
  TW: ['440+480/1000,0/2000', '480+620/500,0/500'],
  HK: ['440+480/400,0/200,440+480/400,0/3000', '480+620/500,0/500'],
  US: ['440+480/2000,0/4000', '480+620/500,0/500'],
  UK: ['400+450/400,0/200,400+450/400,0/2000', '400/375,0/375'],
  JP: ['400*16/1000,0/2000', '400/500,0/500'],
  FR: ['440/1500,0/3500', '440/500,0/500'],
  DE: ['425/1000,0/4000', '425/480,0/480'],
};

test.each(cadenceCountrySchema.options)('%s: the published tones', (country) => {
  const [ring, busy] = PUBLISHED[country];
  expect(written(RINGBACK_TONES[country])).toBe(ring);
  expect(written(BUSY_TONES[country])).toBe(busy);
});

test('it is no louder than a voice', async () => {
  const peak = Math.max(...(await samplesOf('CN')).map(Math.abs)) / 0x7fff;
  expect(peak).toBeGreaterThan(0.2);
  expect(peak).toBeLessThan(0.26);
});
