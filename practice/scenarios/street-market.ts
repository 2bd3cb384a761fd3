import { scenario } from '../scenario.ts';

/** Many voices in the background. */
export const streetMarket = scenario({
  id: 'street-market',
  title: 'Other people talk behind the caller',
  caller: { number: '+8613900006791', displayName: '孙女士' },
  onAnswer: [
    { do: 'play-noise', audio: 'babble', ms: 6000 },
    { do: 'speak', audio: 'can-you-hear' },
    { do: 'play-noise', audio: 'babble', ms: 60_000 },
    { do: 'stay-on' },
  ],
});
