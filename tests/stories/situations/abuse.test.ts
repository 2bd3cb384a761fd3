import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('abuse (§2.24)', () => {
  test('calm, apology, help, and the complaint is taken once the caller is calmer', () => {
    scriptStory()
      .inConversation()
      .picks('abuse')
      .thePanelShows({ asksTo: 'manner', says: ['冷静'], warns: ['不还口'] })
      .stepDone()
      .thePanelShows({ says: ['道歉'] })
      .stepDone()
      .thePanelShows({ says: ['帮您'] })
      .stepDone()
      .thePanelShows({ asksTo: 'listen' })
      .stepDone()
      .chooses('yes')
      .thePanelShows({ script: 'complaint-intake' });
  });

  test('what cannot be handled goes to the floor supervisor at once, by transfer', () => {
    scriptStory()
      .inConversation()
      .picks('abuse')
      .stepDone()
      .stepDone()
      .stepDone()
      .stepDone()
      .chooses('no')
      .thePanelShows({ says: ['主管', '先别挂机'] })
      .stepDone()
      .thePanelShows({
        asksTo: 'call-supervisor',
        says: ['立即', '主管'],
        hangUp: { steps: 1, seconds: 0, callerFirst: true },
      })
      .agentTransfersTo('8001')
      .thePanelShows({ script: null });
  });

  test('the cooling techniques stand beside it, each its own card', () => {
    scriptStory()
      .inConversation()
      .picks('abuse')
      .thePanelShows({
        techniques: [
          'order-of-work',
          'ask-when',
          'neutral-subject',
          'key-phrase',
          'silent-wait',
          'pause-and-consult',
          'firm-limit',
          'hand-up',
          'never-list',
        ],
      });
  });
});
