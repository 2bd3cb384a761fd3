import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('caller-stays-on (§2.48)', () => {
  const afterGoodbye = () => scriptStory().inConversation().dismisses('ask-name').picks('goodbye').stepDone();

  test('waits as a chip five seconds after the goodbye where nothing listens', () => {
    const story = afterGoodbye()
      .lineFallsSilent(0)
      .waits(4.9)
      .thePanelShows({ script: 'goodbye', offers: [] });
    story.waits(0.1).thePanelShows({ script: 'goodbye', offers: ['caller-stays-on'] });
    expect(story.view().suggestions[0]?.reason).toEqual({ kind: 'stays-on', seconds: 5 });
  });

  test('counts from the last word that is heard', () => {
    afterGoodbye()
      .speaks(3)
      .thePanelShows({ offers: [] })
      .waits(10)
      .thePanelShows({ offers: [] })
      .lineFallsSilent(4.9)
      .thePanelShows({ offers: [] })
      .waits(0.1)
      .thePanelShows({ offers: ['caller-stays-on'] });
  });

  test('anything else?, the announcement, its wait, and the end', () => {
    afterGoodbye()
      .lineFallsSilent(6)
      .takesSuggestion('caller-stays-on')
      .thePanelShows({ says: ['还有', '帮您'], warns: ['不直接挂断'], hangUp: { steps: 2, seconds: 5 } })
      .stepDone()
      .chooses('silent')
      .thePanelShows({ says: ['挂机', '欢迎', '再见'], hangUp: { steps: 1, seconds: 5 } })
      .stepDone()
      .waits(4)
      .thePanelShows({ waits: 1, hangUp: { steps: 0, seconds: 1 } })
      .waits(1)
      .thePanelShows({ asksTo: 'hang-up', hangUp: 'free' })
      .agentMayHangUp();
  });

  test('the caller has more: the agent goes on helping and may not hang up', () => {
    afterGoodbye()
      .waits(6)
      .picks('caller-stays-on')
      .stepDone()
      .chooses('speaks')
      .thePanelShows({ asksTo: 'listen', hangUp: 'caller-first' });
  });

  test('speech in the last wait stops it', () => {
    afterGoodbye()
      .waits(6)
      .picks('caller-stays-on')
      .stepDone()
      .chooses('silent')
      .stepDone()
      .waits(4)
      .speaks(1)
      .thePanelShows({ script: null, hangUp: 'caller-first' });
  });
});
