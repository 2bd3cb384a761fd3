import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('returned-greeting (§2.3): the caller greets first, the agent greets back and offers help', () => {
  scriptStory()
    .callerRings('+86 139 0000 0001')
    .agentAnswers()
    .picks('returned-greeting')
    .thePanelShows({
      script: 'returned-greeting',
      says: ['您好', '帮您'],
      warns: ['说吧'],
      hangUp: 'caller-first',
    })
    .stepDone()
    .thePanelShows({ script: null, offers: [] });
});
