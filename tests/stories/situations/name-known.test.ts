import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('name-known (§2.4)', () => {
  test('from the name on, every script speaks to surname and title', () => {
    scriptStory()
      .inConversation()
      .names('王', 'ms')
      .picks('name-known')
      .thePanelShows({ asksTo: 'manner', warns: ['不可不称呼'] })
      .stepDone()
      .thePanelShows({ says: ['王女士', '您好', '帮您'] })
      .stepDone()
      .picks('goodbye')
      .thePanelShows({ says: ['王女士', '感谢', '再见'] })
      .names('王', 'mr')
      .thePanelShows({ says: ['王先生'], saysNot: ['女士'] })
      .picks('please-wait')
      .thePanelShows({ says: ['王先生', '稍等'] });
  });

  test('a surname alone is no way to address anybody, and nothing is left standing empty', () => {
    scriptStory()
      .inConversation()
      .names('王')
      .picks('goodbye')
      .thePanelShows({ says: ['感谢'], saysNot: ['王', '先生', '女士', '[', '{', 'undefined', 'null'] })
      .names('', 'ms')
      .thePanelShows({ says: ['感谢'], saysNot: ['女士'] });
  });

  test('a name is hostile text: braces in it mean nothing', () => {
    scriptStory()
      .inConversation()
      .names('{hotline}[x]', 'ms')
      .picks('goodbye')
      .thePanelShows({ says: ['{hotline}[x]女士'] });
  });
});
