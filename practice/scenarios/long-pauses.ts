import { scenario } from '../scenario.ts';

/** A caller who thinks: pauses that are not a silent call. */
export const longPauses = scenario({
  id: 'long-pauses',
  title: 'Speaks with long pauses',
  caller: { number: '+8613900002233', displayName: '钱先生' },
  onAnswer: [
    { do: 'speak', audio: 'delivery-question' },
    { do: 'stay-silent', ms: 3000 },
    { do: 'speak', audio: 'searching-for-number' },
    { do: 'stay-silent', ms: 7000 },
    { do: 'speak', audio: 'order-number' },
    { do: 'stay-silent', ms: 4000 },
    { do: 'speak', audio: 'thanks-goodbye' },
    { do: 'hang-up' },
  ],
});
