import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('take-note (§2.14): the caller writes, the agent speaks slowly', () => {
  scriptStory()
    .inConversation()
    .picks('take-note')
    .thePanelShows({ says: ['记一下'], warns: ['一口气'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ asksTo: 'manner', says: ['慢'] })
    .stepDone()
    .thePanelShows({ says: ['念', '核对'] })
    .stepDone()
    .thePanelShows({ script: null });
});
