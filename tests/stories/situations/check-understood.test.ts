import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('check-understood (§2.45)', () => {
  const asked = () =>
    scriptStory()
      .inConversation()
      .picks('check-understood')
      .thePanelShows({ says: ['清楚'], saysNot: ['听懂了吧'], warns: ['听懂了吧'], hangUp: 'caller-first' })
      .stepDone();

  test('clear: anything else?', () => {
    asked().chooses('yes').thePanelShows({ script: 'anything-else' });
  });

  test('not clear: explained again, until it is clear', () => {
    asked()
      .chooses('no')
      .thePanelShows({ says: ['解释'] })
      .stepDone()
      .thePanelShows({ says: ['清楚'] })
      .stepDone()
      .chooses('yes')
      .thePanelShows({ script: 'anything-else' });
  });
});
