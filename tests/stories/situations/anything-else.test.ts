import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('anything-else (§2.46)', () => {
  const asked = () =>
    scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .picks('anything-else')
      .thePanelShows({ says: ['还有', '帮您'], warns: ['没事了吧'], hangUp: 'caller-first' })
      .stepDone();

  test('nothing more: the goodbye comes', () => {
    asked()
      .chooses('no')
      .thePanelShows({ script: 'goodbye', says: ['感谢', '再见'], offers: [] });
  });

  test('there is more: the agent goes on listening', () => {
    asked()
      .chooses('yes')
      .thePanelShows({ asksTo: 'listen' })
      .stepDone()
      .thePanelShows({ script: null, offers: [] });
  });
});
