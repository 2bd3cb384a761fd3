import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('cannot-answer-complaint (§2.28)', () => {
  const thanked = () =>
    scriptStory()
      .inConversation()
      .picks('cannot-answer-complaint')
      .thePanelShows({
        says: ['抱歉', '谢谢', '反映'],
        warns: ['过几天再打来'],
        hangUp: { steps: 1, seconds: 0, callerFirst: true },
      })
      .stepDone();

  test('a simple one is answered within two hours', () => {
    thanked()
      .chooses('simple')
      .thePanelShows({ says: ['2小时', '答复'] })
      .stepDone()
      .thePanelShows({ asksTo: 'work-order' });
  });

  test('a complex one within twenty-four', () => {
    thanked()
      .chooses('complex')
      .thePanelShows({ says: ['24小时', '答复'] })
      .stepDone()
      .thePanelShows({ asksTo: 'work-order' })
      .stepDone()
      .thePanelShows({ script: 'goodbye', says: ['感谢', '再见'] });
  });
});
