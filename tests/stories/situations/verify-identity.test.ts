import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('verify-identity (§2.16)', () => {
  test('says why, asks, thanks', () => {
    scriptStory()
      .inConversation()
      .picks('verify-identity')
      .thePanelShows({
        says: ['保护', '核实'],
        warns: ['念出资料'],
        hangUp: { steps: 2, seconds: 0, callerFirst: true },
      })
      .stepDone()
      .thePanelShows({ asksTo: 'verify', hangUp: { steps: 1, seconds: 0, callerFirst: true } })
      .stepDone()
      .chooses('yes')
      .thePanelShows({ says: ['谢谢'], hangUp: 'caller-first' })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('without a match nothing is told', () => {
    scriptStory()
      .inConversation()
      .picks('verify-identity')
      .stepDone()
      .stepDone()
      .chooses('no')
      .thePanelShows({ says: ['抱歉', '不能提供'] })
      .stepDone()
      .thePanelShows({ asksTo: 'manner', says: ['不透露'] })
      .stepDone()
      .thePanelShows({ script: null });
  });
});
