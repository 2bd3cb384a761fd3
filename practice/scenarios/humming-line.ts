import { scenario } from '../scenario.ts';

/** Mains hum: steady, tonal, and similar to a voice. */
export const hummingLine = scenario({
  id: 'humming-line',
  title: 'Mains hum on the line',
  caller: { number: '+8613900006790', displayName: null },
  onAnswer: [{ do: 'play-noise', audio: 'mains-hum', gainDb: -6, ms: 60_000 }, { do: 'stay-on' }],
});
