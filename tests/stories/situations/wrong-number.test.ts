import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('wrong-number (§2.18)', () => {
  test('names the hotline, and points to the right place where it can', () => {
    scriptStory({ context: { values: { department: '示例供电所', departmentNumber: '021 0000 0001' } } })
      .inConversation()
      .picks('wrong-number')
      .thePanelShows({ says: ['示例服务热线', '核对'], warns: ['不斥责'], hangUp: 'caller-first' })
      .stepDone()
      .chooses('yes')
      .thePanelShows({ says: ['示例供电所', '021 0000 0001', '谢谢', '再见'] })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('where it cannot, it asks to check the number', () => {
    scriptStory()
      .inConversation()
      .picks('wrong-number')
      .stepDone()
      .chooses('no')
      .thePanelShows({ says: ['核对', '再见'] });
  });
});
