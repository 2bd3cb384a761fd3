import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('distress-call (§2.49): not to worry, take it slowly', () => {
  scriptStory()
    .inConversation()
    .picks('distress-call')
    .thePanelShows({ says: ['别着急', '慢慢说'], warns: ['不催促'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ asksTo: 'listen' })
    .stepDone()
    .thePanelShows({ asksTo: 'note', says: ['主管'] })
    .stepDone()
    .thePanelShows({ script: null, hangUp: 'caller-first' })
    .callerHangsUp()
    .thePanelShows({ hangUp: 'free' });
});
