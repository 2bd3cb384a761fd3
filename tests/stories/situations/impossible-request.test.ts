import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('impossible-request (§2.40): outside the service, and what can be done instead', () => {
  scriptStory()
    .inConversation()
    .picks('impossible-request')
    .thePanelShows({ says: ['抱歉', '超出'], warns: ['生硬'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ says: ['能为您做的'] })
    .stepDone()
    .thePanelShows({ script: null, hangUp: 'caller-first' })
    .callerHangsUp()
    .thePanelShows({ hangUp: 'free' });
});
