import { i18n } from '#i18n';
import { textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import type { CallerSays } from '../../../practice/training/next-turn.ts';
import type { TrainingCaller } from '../../../practice/training/training-caller.ts';

/** What the caller says, in the reader's language. */
export function captionText(
  says: CallerSays,
  caller: TrainingCaller,
  { situations }: Pick<Pack, 'situations'>,
  language: string,
): string {
  switch (says.what) {
    case 'opening':
      return textIn(caller.opening ?? undefined, language);
    case 'more':
      return textIn(caller.more[says.number], language);
    case 'name':
      return caller.name === null
        ? ''
        : i18n.t(caller.name.title === 'mr' ? 'practice.says.mr' : 'practice.says.ms', {
            surname: caller.name.surname,
          });
    case 'answer': {
      const step = situations
        .find(({ id }) => id === says.situation)
        ?.steps.find(({ id }) => id === says.step);
      const options = step?.kind === 'branch' ? step.options : [];
      const option = options.find(({ id }) => id === says.option) ?? options[0];
      return i18n.t('practice.says.answer', { answer: textIn(option?.label, language) });
    }
    case 'impatience':
      return i18n.t('practice.says.impatience');
    case 'thanks':
      return i18n.t('practice.says.thanks');
  }
}
