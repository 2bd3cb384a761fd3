import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('private-call (§2.17)', () => {
  test('private calls wait until after work', () => {
    scriptStory()
      .inConversation()
      .picks('private-call')
      .thePanelShows({ says: ['抱歉', '下班后'], warns: ['不挂断'], hangUp: 'caller-first' })
      .stepDone()
      .chooses('yes')
      .thePanelShows({ says: ['谢谢'] })
      .stepDone()
      .thePanelShows({ script: null, hangUp: 'caller-first' });
  });

  test('or a number is taken; a colleague without a name still reads', () => {
    scriptStory()
      .inConversation()
      .picks('private-call')
      .stepDone()
      .chooses('no')
      .thePanelShows({ says: ['姓名', '电话', '您要找的同事'], saysNot: ['{'] })
      .stepDone()
      .thePanelShows({ asksTo: 'note' })
      .stepDone()
      .thePanelShows({ script: null });
  });
});
