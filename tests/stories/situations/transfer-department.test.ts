import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('transfer-department (§2.22)', () => {
  const offered = () =>
    scriptStory({ context: { values: { department: '售后部' } } })
      .inConversation()
      .picks('transfer-department')
      .thePanelShows({ says: ['售后部', '转达', '转接'], warns: ['晾在线上'], hangUp: 'caller-first' })
      .stepDone();

  test('passed on: facts and number are taken', () => {
    offered()
      .chooses('pass-on')
      .thePanelShows({ says: ['情况', '电话'] })
      .stepDone()
      .thePanelShows({ asksTo: 'note' })
      .stepDone()
      .thePanelShows({ says: ['售后部', '联系您'] })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('transferred: the transfer itself takes the step', () => {
    offered()
      .chooses('transfer')
      .thePanelShows({ says: ['转接', '不要挂机'] })
      .stepDone()
      .thePanelShows({ asksTo: 'transfer' })
      .agentTransfersTo('8002')
      .thePanelShows({ script: null });
  });
});
