import type { Tone } from '../../browser/ring-tone.ts';
import { type CadenceCountry, RING_CADENCES } from '../../contract/pack/ring-cadence.ts';

/** E.180 §3 asks for −5 to −15 dBm0; a peak of a quarter of full scale is about −15 dBFS. */
const LEVEL = 0.25;

/**
 * The ringing tone that a caller hears, by country: ITU-T E.180 Supplement 2 (GB/T 3380 for China).
 * Its cadence is that of the ring. Compared with the tables that Asterisk and FreePBX ship
 * (tests/phone-host/ringback-tones.test.ts).
 */
export const RINGBACK_TONES: Readonly<Record<CadenceCountry, Tone>> = {
  CN: tone('CN', [450]),
  TW: tone('TW', [440, 480]),
  HK: tone('HK', [440, 480]),
  US: tone('US', [440, 480]),
  UK: tone('UK', [400, 450]),
  JP: tone('JP', [400], 16),
  FR: tone('FR', [440]),
  DE: tone('DE', [425]),
};

/** The busy tone by country: ITU-T E.180 Supplement 2 (China: GB/T 3380; UK: BT SIN 350). */
export const BUSY_TONES: Readonly<Record<CadenceCountry, Tone>> = {
  CN: busy([450], 350),
  TW: busy([480, 620], 500),
  HK: busy([480, 620], 500),
  US: busy([480, 620], 500),
  UK: busy([400], 375),
  JP: busy([400], 500),
  FR: busy([440], 500),
  DE: busy([425], 480),
};

/** Everywhere as long on as off. */
function busy(frequencies: readonly number[], phaseMs: number): Tone {
  return { cadence: [phaseMs, phaseMs], frequencies, modulatedBy: null, level: LEVEL };
}

function tone(
  country: CadenceCountry,
  frequencies: readonly number[],
  modulatedBy: number | null = null,
): Tone {
  return { cadence: RING_CADENCES[country], frequencies, modulatedBy, level: LEVEL };
}
