import type { Call } from '../../calls/call.ts';
import type { CallBackOutcome } from '../../contract/pack/call-back-outcome.ts';
import type { HarassmentEnding } from '../../contract/pack/harassment-ending.ts';
import type { Pack } from '../../contract/pack/pack.ts';
import { countsAsAttempt } from '../call-backs/counts-as-attempt.ts';
import type { ChosenOption } from './call-marks.ts';

/**
 * The outcome of a call-back, as far as call and script show it: the customer was not reached, or
 * the last answer that states an outcome.
 */
export function callBackOutcome(
  pack: Pack,
  call: Call,
  chosen: readonly ChosenOption[],
): CallBackOutcome | null {
  if (call.state === 'ended' && call.answeredAt === null) {
    return countsAsAttempt(call.end) ? 'not-reached' : null;
  }
  return chosen.reduce<CallBackOutcome | null>(
    (last, choice) => optionOf(pack, choice)?.callBack ?? last,
    null,
  );
}

/** How a harassing call was ended, by the last answer in the script that says so. */
export function harassmentEnding(pack: Pack, chosen: readonly ChosenOption[]): HarassmentEnding | null {
  return chosen.reduce<HarassmentEnding | null>(
    (last, choice) => optionOf(pack, choice)?.ending ?? last,
    null,
  );
}

function optionOf(pack: Pack, { situation, step, option }: ChosenOption) {
  const branch = pack.situations
    .find(({ id }) => id === situation)
    ?.steps.find((candidate) => candidate.id === step);
  return branch?.kind === 'branch' ? branch.options.find(({ id }) => id === option) : undefined;
}
