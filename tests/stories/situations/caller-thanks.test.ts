import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('caller-thanks (§2.41): you are welcome, our duty, call again', () => {
  scriptStory()
    .inConversation()
    .picks('caller-thanks')
    .thePanelShows({ says: ['不客气', '应该', '欢迎'], warns: ['俗语'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ script: null, hangUp: 'caller-first' })
    .callerHangsUp()
    .thePanelShows({ hangUp: 'free' });
});
