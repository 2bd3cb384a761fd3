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
      .thePanelShows({ choices: ['yes', 'no'] });
  });

  const fetching = () =>
    scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .picks('dialect-unclear')
      .stepDone()
      .chooses('no')
      .stepDone();

  test('while somebody is fetched nobody is silent', () => {
    fetching()
      .lineFallsSilent(30)
      .thePanelShows({ offers: [] })
      .stepDone()
      .waits(5.9)
      .thePanelShows({ offers: [] })
      .waits(0.1)
      .thePanelShows({ offers: ['silent-caller'] });
  });

  test('the relative who comes is greeted and offered help', () => {
    fetching()
      .stepDone()
      .chooses('yes')
      .thePanelShows({ says: ['您好', '示例服务热线', '帮您'] });
  });

  test('nobody there: a colleague who understands it, or a call-back', () => {
    const offered = () =>
      fetching()
        .stepDone()
        .chooses('no')
        .thePanelShows({ says: ['同事', '回电'] })
        .stepDone();
    offered().chooses('yes').thePanelShows({ asksTo: 'transfer' });
    offered().chooses('no').thePanelShows({ asksTo: 'call-back' });
  });
});
