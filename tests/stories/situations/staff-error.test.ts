import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('staff-error (§2.27)', () => {
  const restated = () =>
    scriptStory({ context: { values: { matter: '送货单写错了' } } })
      .inConversation()
      .picks('staff-error')
      .thePanelShows({
        says: ['抱歉', '核实'],
        warns: ['不关我的事'],
        hangUp: { steps: 2, seconds: 0, callerFirst: true },
      })
      .stepDone()
      .thePanelShows({ asksTo: 'note', says: ['姓氏', '电话'] })
      .stepDone()
      .thePanelShows({ says: ['核对', '送货单写错了', '对吗'] })
      .stepDone();

  test('accepted', () => {
    restated()
      .chooses('yes')
      .thePanelShows({ says: ['谢谢'] })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('not accepted: a number is taken and the supervisor acts at once', () => {
    restated()
      .chooses('no')
      .thePanelShows({ says: ['电话', '主管', '回电'] })
      .stepDone()
      .thePanelShows({ asksTo: 'call-supervisor', says: ['立即'] })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('without a matter noted, restating still reads', () => {
    scriptStory()
      .inConversation()
      .picks('staff-error')
      .stepDone()
      .stepDone()
      .thePanelShows({ says: ['您说的是', '对吗'], saysNot: ['：，', '[', '{', 'undefined'] });
  });
});
