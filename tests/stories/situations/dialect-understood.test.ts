import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('dialect-understood (§2.10): goes on in Mandarin', () => {
  scriptStory()
    .inConversation()
    .picks('dialect-understood')
    .thePanelShows({ asksTo: 'manner', says: ['普通话'], warns: ['方言'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ says: ['明白'] })
    .stepDone()
    .thePanelShows({ script: null });
});
