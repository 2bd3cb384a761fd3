import { scenario } from '../scenario.ts';

/** The call is connected and nobody speaks (handbook §2.5 silent-caller). */
export const silentCaller = scenario({
  id: 'silent-caller',
  title: 'Says nothing at all',
  caller: { number: '+8613900005678', displayName: null },
  onAnswer: [{ do: 'stay-silent', ms: 0 }, { do: 'stay-on' }],
});
