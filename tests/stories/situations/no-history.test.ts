import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('no-history (§2.44): the details are asked for once more', () => {
  scriptStory()
    .inConversation()
    .picks('no-history')
    .thePanelShows({ says: ['抱歉', '再说'], warns: ['责怪'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ asksTo: 'note' })
    .stepDone()
    .thePanelShows({ script: null, hangUp: 'caller-first' })
    .callerHangsUp()
    .thePanelShows({ hangUp: 'free' });
});
