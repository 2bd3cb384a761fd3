import { scenario } from '../scenario.ts';

/** Insults instead of asking (handbook §2.24 abuse). */
export const abusiveCaller = scenario({
  id: 'abusive-caller',
  title: 'Insults the agent',
  caller: { number: '+8613900009012', displayName: null },
  onAnswer: [
    { do: 'speak', audio: 'abuse' },
    { do: 'listen', atMostMs: 5000 },
    { do: 'speak', audio: 'abuse-goes-on' },
    { do: 'stay-on' },
  ],
});
