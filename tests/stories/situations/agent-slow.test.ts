import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('agent-slow (§2.25): apology for the wait, and a promise to hurry', () => {
  scriptStory()
    .inConversation()
    .picks('agent-slow')
    .thePanelShows({ says: ['对不起', '久等', '马上'], warns: ['我是新来的'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ script: null, hangUp: 'caller-first' })
    .callerHangsUp()
    .thePanelShows({ hangUp: 'free' });
});
