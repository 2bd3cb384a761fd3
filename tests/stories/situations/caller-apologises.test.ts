import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('caller-apologises (§2.37): it is nothing', () => {
  scriptStory()
    .inConversation()
    .picks('caller-apologises')
    .thePanelShows({ says: ['没关系'], warns: ['回应'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ script: null, hangUp: 'caller-first' })
    .callerHangsUp()
    .thePanelShows({ hangUp: 'free' });
});
