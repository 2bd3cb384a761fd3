import { scenario } from '../scenario.ts';

/** The line is up and nothing is said (handbook §2 silent-caller). */
export const silentCaller = scenario({
  id: 'silent-caller',
  title: 'Says nothing at all',
  caller: { number: '+8613900005678', displayName: null },
  onAnswer: [{ do: 'stay-silent', ms: 0 }, { do: 'stay-on' }],
});
