import * as v from 'valibot';

/** Countries whose ring cadence the settings offer. */
export const cadenceCountrySchema = v.picklist(['CN', 'TW', 'HK', 'US', 'UK', 'JP', 'FR', 'DE']);
export type CadenceCountry = v.InferOutput<typeof cadenceCountrySchema>;

/** On and off phases of one full ring in ms, "on" first. */
export type RingCadence = readonly number[];

/** ITU-T E.180 Supplement 2 (various tones used in national networks); one array is one ring. */
export const RING_CADENCES: Readonly<Record<CadenceCountry, RingCadence>> = {
  CN: [1000, 4000],
  TW: [1000, 2000],
  HK: [400, 200, 400, 3000],
  US: [2000, 4000],
  UK: [400, 200, 400, 2000],
  JP: [1000, 2000],
  FR: [1500, 3500],
  DE: [1000, 4000],
};

/** Length of one ring, a full on-and-off cycle, in ms. */
export function ringLength(cadence: RingCadence): number {
  return cadence.reduce((sum, phase) => sum + phase, 0);
}
