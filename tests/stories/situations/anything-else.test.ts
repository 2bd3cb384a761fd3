import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('anything-else (§2.46)', () => {
  const asked = () =>
    scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .picks('anything-else')
      .thePanelShows({ says: ['还有', '帮您'], warns: ['没事了吧'], hangUp: 'caller-first' })
      .stepDone();

  test('nothing more: the goodbye waits as a chip', () => {
    const story = asked().chooses('no').thePanelShows({ asksTo: 'manner', offers: [] }).stepDone();
    story.thePanelShows({ script: null, offers: ['goodbye'] });
    expect(story.view().suggestions[0]?.reason).toEqual({
      kind: 'after-situation',
      title: '询问其他需要',
    });
    story.waits(60).thePanelShows({ offers: [] });
  });

  test('there is more: the agent goes on listening', () => {
    asked()
      .chooses('yes')
      .thePanelShows({ asksTo: 'listen' })
      .stepDone()
      .thePanelShows({ script: null, offers: [] });
  });
});
