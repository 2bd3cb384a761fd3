import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('ask-forgiveness (§2.36): an apology, whatever else', () => {
  scriptStory()
    .inConversation()
    .picks('ask-forgiveness')
    .thePanelShows({ says: ['抱歉', '谅解'], warns: ['致歉'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ script: null, hangUp: 'caller-first' })
    .callerHangsUp()
    .thePanelShows({ hangUp: 'free' });
});
