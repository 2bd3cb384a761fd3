import { scenario } from '../scenario.ts';

/** Rings once and hangs up: a missed call. */
export const givesUp = scenario({
  id: 'gives-up',
  title: 'Gives up while it rings',
  caller: { number: '+8613900003456', displayName: null },
  whileRinging: { do: 'give-up', afterMs: 1500 },
  onAnswer: [],
});
