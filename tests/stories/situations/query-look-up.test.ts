import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('query-look-up (§2.43)', () => {
  const searching = () =>
    scriptStory()
      .inConversation('139 0000 0042')
      .picks('query-look-up')
      .thePanelShows({ says: ['稍等', '查询'], warns: ['不沉默'], hangUp: 'caller-first' })
      .stepDone()
      .thePanelShows({ asksTo: 'look-up' })
      .stepDone()
      .thePanelShows({ choices: ['found', 'urged'] });

  test('found', () => {
    searching()
      .chooses('found')
      .thePanelShows({ says: ['查到了', '谢谢'] })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('urged: apology, a little more time, and the number is repeated meanwhile', () => {
    searching()
      .chooses('urged')
      .thePanelShows({ says: ['对不起', '一点时间'] })
      .stepDone()
      .thePanelShows({ says: ['电话', '139 0000 0042'] })
      .stepDone()
      .thePanelShows({ says: ['谢谢'] });
  });
});
