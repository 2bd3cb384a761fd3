import { scenario } from '../scenario.ts';

/** Greets, asks a question, listens, thanks and hangs up first. */
export const normalCaller = scenario({
  id: 'normal-caller',
  title: 'A normal call: a question about a delivery',
  caller: { number: '+8613900001234', displayName: '王女士' },
  onAnswer: [
    { do: 'listen', atMostMs: 4000 },
    { do: 'speak', audio: 'delivery-question' },
    { do: 'stay-silent', ms: 4000 },
    { do: 'speak', audio: 'thanks-goodbye' },
    { do: 'hang-up' },
  ],
});
