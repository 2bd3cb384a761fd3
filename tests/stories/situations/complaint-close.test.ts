import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('complaint-close (§2.29)', () => {
  test('thanks, passed up, an answer within the promised time, and is that all right? Yes: the goodbye', () => {
    scriptStory()
      .inConversation()
      .picks('complaint-close')
      .thePanelShows({
        says: ['抱歉', '谢谢', '转交'],
        warns: ['说完了吧'],
        hangUp: { steps: 1, seconds: 0, callerFirst: true },
      })
      .stepDone()
      .thePanelShows({ says: ['24小时', '答复', '可以吗'] })
      .stepDone()
      .chooses('yes')
      .thePanelShows({ script: 'goodbye' });
  });

  test('not agreed: the wish is noted', () => {
    scriptStory()
      .inConversation()
      .picks('complaint-close')
      .stepDone()
      .stepDone()
      .chooses('no')
      .thePanelShows({ asksTo: 'note', says: ['希望的时间'] })
      .stepDone()
      .thePanelShows({ script: 'goodbye' });
  });

  test('what was agreed with this class of customer overrules the kind of complaint', () => {
    scriptStory({ context: { values: { answerWithin: '4小时' } } })
      .inConversation()
      .picks('complaint-close')
      .stepDone()
      .thePanelShows({ says: ['4小时'], saysNot: ['24小时'] });
  });
});
