import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

const WARNS = ['不直接挂断', '不取笑'];

describe('dialect-unclear (§2.9)', () => {
  test('asks for Mandarin; understood, it thanks and ends', () => {
    scriptStory()
      .inConversation()
      .picks('dialect-unclear')
      .thePanelShows({ says: ['抱歉', '普通话'], warns: WARNS, hangUp: 'caller-first' })
      .stepDone()
      .chooses('yes')
      .thePanelShows({ says: ['谢谢'] })
      .stepDone()
      .thePanelShows({ script: null, hangUp: 'caller-first' });
  });

  test('if the dialect goes on, asks for somebody nearby who speaks it', () => {
    scriptStory()
      .inConversation()
      .picks('dialect-unclear')
      .stepDone()
      .chooses('no')
      .thePanelShows({ says: ['身边', '普通话'], warns: WARNS })
      .stepDone()
      .thePanelShows({ asksTo: 'listen' })
      .stepDone()
      .thePanelShows({ script: null });
  });
});
