import { textIn } from '../../contract/pack/localized-text.ts';
import { holdsFrom, MOMENT_MS, NEVER, type TriggerRule } from './trigger-rule.ts';

export interface AfterSituationReason {
  readonly kind: 'after-situation';
  /** Title of that situation, in the agent's language. */
  readonly title: string;
}

/** Holds for a moment only: later in the call it does not fit any more. */
export const afterSituation: TriggerRule<'after-situation', AfterSituationReason> = {
  urgency: 35,
  holds({ situation, step = null }, { call, pack, context }, now) {
    if (call.call.state === 'ended') return NEVER;
    const at =
      step === null
        ? (call.met.get(situation)?.finishedAt ?? null)
        : (call.stepsDone.get(`${situation}/${step}`) ?? null);
    if (at === null) return NEVER;
    const found = pack.situations.find(({ id }) => id === situation);
    const title = textIn(found?.title, context.language, situation);
    return holdsFrom(at, now, { kind: 'after-situation', title }, at + MOMENT_MS);
  },
  sentence({ situation, step }, { words, titleOf }) {
    const title = titleOf(situation);
    return step === undefined
      ? words('trigger.afterSituation.sentence', { title })
      : words('trigger.afterSituation.sentenceStep', { title, step });
  },
  reason: ({ title }, { words }) => words('reason.afterSituation', { title }),
};
