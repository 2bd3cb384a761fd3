import { scenario } from '../scenario.ts';

/** Calls from the roadside and is hard to understand. */
export const busyRoad = scenario({
  id: 'busy-road',
  title: 'Traffic drowns the caller',
  caller: { number: '+8613900006792', displayName: null },
  onAnswer: [{ do: 'play-noise', audio: 'traffic', ms: 60_000 }, { do: 'stay-on' }],
});
