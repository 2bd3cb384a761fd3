import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';
import { PICKED_SITUATIONS } from './picked-situations.ts';

describe.each(PICKED_SITUATIONS)('$id ($section): $about', ({ id, values, steps }) => {
  test('is shown step by step, and the caller hangs up', () => {
    const story = scriptStory(values === undefined ? {} : { context: { values } })
      .inConversation()
      .picks(id);
    for (const shown of steps) story.thePanelShows(shown).stepDone();
    story
      .thePanelShows({ script: null, hangUp: 'caller-first' })
      .callerHangsUp()
      .thePanelShows({ hangUp: 'free' });
  });
});
