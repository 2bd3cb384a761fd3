import { textIn } from '../../contract/pack/localized-text.ts';
import { say } from './say.ts';
import { holdsFrom, MOMENT_MS, NEVER, type TriggerRule } from './trigger-rule.ts';

/** Holds for a moment only: what follows on something is no longer called for once the talk has gone on. */
export const afterSituation: TriggerRule<'after-situation'> = {
  kind: 'after-situation',
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
  sentence({ situation, step }, language, titleOf) {
    const title = titleOf(situation);
    if (step === undefined) {
      return say(language, `“${title}”结束后`, `「${title}」結束後`, `after “${title}”`);
    }
    return say(
      language,
      `“${title}”的步骤 ${step} 完成后`,
      `「${title}」的步驟 ${step} 完成後`,
      `after step ${step} of “${title}”`,
    );
  },
};
