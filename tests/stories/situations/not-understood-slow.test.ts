import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('not-understood-slow (§2.51)', () => {
  const explained = () =>
    scriptStory()
      .inConversation()
      .picks('not-understood-slow')
      .thePanelShows({ says: ['换个说法'], warns: ['不耐烦'], hangUp: 'caller-first' })
      .stepDone();

  test('understood now', () => {
    explained()
      .chooses('yes')
      .thePanelShows({ says: ['谢谢'] })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('still not: something in writing', () => {
    explained()
      .chooses('no')
      .thePanelShows({ says: ['短信', '邮件'] })
      .stepDone()
      .thePanelShows({ asksTo: 'send-material' })
      .stepDone()
      .thePanelShows({ script: null });
  });
});
