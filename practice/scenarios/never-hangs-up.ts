import { scenario } from '../scenario.ts';

/** Says goodbye and stays on the line (handbook §2.48 caller-stays-on). */
export const neverHangsUp = scenario({
  id: 'never-hangs-up',
  title: 'Says goodbye and does not hang up',
  caller: { number: '+8613900008901', displayName: '吴女士' },
  onAnswer: [{ do: 'listen', atMostMs: 4000 }, { do: 'speak', audio: 'thanks-goodbye' }, { do: 'stay-on' }],
});
