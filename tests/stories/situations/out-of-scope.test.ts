import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('out-of-scope (§2.50)', () => {
  const pointed = () =>
    scriptStory({ context: { values: { department: '示例监管热线' } } })
      .inConversation()
      .picks('out-of-scope')
      .thePanelShows({ says: ['抱歉', '服务范围'], warns: ['打发'], hangUp: 'caller-first' })
      .stepDone()
      .thePanelShows({ says: ['示例监管热线'], saysNot: ['电话是', '['] })
      .stepDone();

  test('pointed to the right place', () => {
    pointed()
      .chooses('no')
      .thePanelShows({ says: ['谢谢'] })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('a complaint: one call-back later', () => {
    pointed()
      .chooses('yes')
      .thePanelShows({ says: ['回访一次'] })
      .stepDone()
      .thePanelShows({ asksTo: 'call-back' })
      .stepDone()
      .thePanelShows({ script: null });
  });
});
