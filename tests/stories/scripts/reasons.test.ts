import { expect, test } from 'vitest';
import type { TriggerOf } from '../../../contract/pack/trigger.ts';
import { reasonText } from '../../../pages/panel/script/reason-text.ts';
import { pack } from '../../../scripts/pack.yaml';
import { scriptStory } from '../../helpers/script-story.ts';

/** The reasons that the panel gives now, in words. */
function reasons(story: ReturnType<typeof scriptStory>): readonly string[] {
  return story.view().suggestions.map(({ reason }) => reasonText(reason));
}

test('what follows on a script names it', () => {
  const story = scriptStory().inConversation().dismisses('ask-name').picks('cannot-answer-query');
  expect(reasons(story.closesScript())).toEqual(['接着“咨询无法当场答复”']);
});

test('a festival is named, any other day is said as it is', () => {
  const onDays = (days: TriggerOf<'date'>['days']) => ({
    ...pack,
    situations: pack.situations.map((situation) =>
      situation.id === 'suggestion'
        ? {
            ...situation,
            triggers: [{ kind: 'date', days, phase: 'talking', brings: 'suggestion' } as const],
          }
        : situation,
    ),
  });
  const springFestival = Date.parse('2027-02-07T10:00:00+08:00');
  const reasonOn = (days: TriggerOf<'date'>['days']) =>
    reasons(scriptStory({ pack: onDays(days), startsAt: springFestival }).inConversation());
  expect(reasonOn({ by: 'festival', festival: 'spring-festival' })).toContain('今天是春节');
  expect(reasonOn({ by: 'year', from: '02-01', to: '02-10' })).toContain('今天 2027-02-07');
});
