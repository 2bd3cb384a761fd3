import { scenario } from '../scenario.ts';

/** Another phone answers on the second ring: not a missed call. */
export const answeredElsewhere = scenario({
  id: 'answered-elsewhere',
  title: 'Rings, and another phone takes the call',
  caller: { number: '+8613900002345', displayName: '赵先生' },
  whileRinging: { do: 'answered-elsewhere', afterMs: 1500 },
  onAnswer: [],
});
