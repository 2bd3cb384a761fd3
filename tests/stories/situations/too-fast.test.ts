import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('too-fast (§2.13): asks to slow down because it is being written down', () => {
  scriptStory()
    .inConversation()
    .picks('too-fast')
    .thePanelShows({ says: ['记录', '慢'], warns: ['不打断'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ script: null });
});
