import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('unfounded (§2.20)', () => {
  const explained = () =>
    scriptStory()
      .inConversation()
      .picks('unfounded')
      .thePanelShows({
        says: ['理解', '能为您做的'],
        saysNot: ['不行', '不能'],
        warns: ['回绝'],
        hangUp: 'caller-first',
      })
      .stepDone()
      .thePanelShows({ asksTo: 'manner', says: ['重复'] })
      .stepDone()
      .thePanelShows({ says: ['解释'] })
      .stepDone();

  test('the misunderstanding clears', () => {
    explained()
      .chooses('yes')
      .thePanelShows({ says: ['谢谢'] })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('it goes on, and is passed up', () => {
    explained()
      .chooses('no')
      .thePanelShows({ says: ['主管'] })
      .stepDone()
      .thePanelShows({ asksTo: 'work-order' })
      .stepDone()
      .thePanelShows({ script: null });
  });
});
