import { scenario } from '../scenario.ts';

/** A loud hiss without an audible voice (handbook §2 noisy-line). */
export const noisyLine = scenario({
  id: 'noisy-line',
  title: 'Hiss on the line',
  caller: { number: '+8613900006789', displayName: null },
  onAnswer: [{ do: 'play-noise', audio: 'pink-noise', ms: 60_000 }, { do: 'stay-on' }],
});
