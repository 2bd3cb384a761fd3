import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('caller-cannot-hear (§2.11): apology, a little louder, help offered again', () => {
  scriptStory()
    .inConversation()
    .picks('caller-cannot-hear')
    .thePanelShows({ says: ['抱歉'], warns: ['不挂断'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ asksTo: 'manner', says: ['音量'] })
    .stepDone()
    .thePanelShows({ says: ['帮您'] })
    .stepDone()
    .thePanelShows({ script: null, hangUp: 'caller-first' });
});
