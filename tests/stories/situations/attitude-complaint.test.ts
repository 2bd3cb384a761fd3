import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('attitude-complaint (§2.26): apology, details recorded with contact data, passed to the lead or the supervisor', () => {
  scriptStory()
    .inConversation()
    .picks('attitude-complaint')
    .thePanelShows({
      says: ['道歉'],
      warns: ['那不是我'],
      hangUp: { steps: 1, seconds: 0, callerFirst: true },
    })
    .stepDone()
    .thePanelShows({ says: ['时候', '工作人员'] })
    .stepDone()
    .thePanelShows({ asksTo: 'note', says: ['联系方式'] })
    .stepDone()
    .thePanelShows({ says: ['主管'] })
    .stepDone()
    .thePanelShows({ asksTo: 'work-order' })
    .stepDone()
    .thePanelShows({ script: null, hangUp: 'caller-first' })
    .callerHangsUp()
    .thePanelShows({ hangUp: 'free' });
});
