import { scenario } from '../scenario.ts';

/** Waited in the queue, then through many rings: for the apology for a late answer. */
export const longRing = scenario({
  id: 'long-ring',
  title: 'Waits for a late answer',
  caller: { number: '+8613900001122', displayName: '郑女士' },
  headers: { 'X-Queue-Time': '95' },
  whileRinging: { do: 'wait', atMostMs: 180_000 },
  onAnswer: [
    { do: 'listen', atMostMs: 4000 },
    { do: 'speak', audio: 'delivery-question' },
    { do: 'stay-on' },
  ],
});
