import { scenario } from '../scenario.ts';

/** Silent for a while, then speaks: speech stops the script for silent calls. */
export const silentThenSpeaks = scenario({
  id: 'silent-then-speaks',
  title: 'Silent for eight seconds, then speaks',
  caller: { number: '+8613900005679', displayName: null },
  onAnswer: [{ do: 'stay-silent', ms: 8000 }, { do: 'speak', audio: 'can-you-hear' }, { do: 'stay-on' }],
});
