import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('ask-name (§1.3)', () => {
  test('is offered once the caller has spoken, and the name entered takes its step', () => {
    scriptStory()
      .greeted()
      .thePanelShows({ offers: [] })
      .speaks(4)
      .thePanelShows({ offers: [] })
      .lineFallsSilent()
      .thePanelShows({ script: null, offers: ['ask-name'] })
      .takesSuggestion('ask-name')
      .thePanelShows({ says: ['贵姓'], warns: ['你'] })
      .stepDone()
      .thePanelShows({ asksTo: 'ask-name' })
      .names('王', 'ms')
      .thePanelShows({ says: ['王女士'], step: 3, offers: ['name-known'] })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('is offered once only: turned down, it never comes back in this call', () => {
    scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .thePanelShows({ offers: [] })
      .waits(3600)
      .thePanelShows({ offers: [] });
  });

  test('is not offered for a name that is known already', () => {
    scriptStory().greeted().names('李', 'mr').speaks(2).thePanelShows({ offers: [] });
  });
});
