import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('please-repeat (§2.12): apologises and asks for the last words again', () => {
  scriptStory()
    .inConversation()
    .picks('please-repeat')
    .thePanelShows({
      says: ['对不起', '再说一遍'],
      saysNot: ['什么'],
      warns: ['你说什么'],
      hangUp: 'caller-first',
    })
    .stepDone()
    .thePanelShows({ script: null });
});
