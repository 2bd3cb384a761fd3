import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('date-invitation (§2.39): thanked and declined', () => {
  scriptStory()
    .inConversation()
    .picks('date-invitation')
    .thePanelShows({ says: ['谢谢', '不方便'], warns: ['不斥责'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ script: null, hangUp: 'caller-first' })
    .callerHangsUp()
    .thePanelShows({ hangUp: 'free' });
});
