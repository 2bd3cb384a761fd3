import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('suggestion (§2.35): thanked and passed on', () => {
  scriptStory()
    .inConversation()
    .picks('suggestion')
    .thePanelShows({ says: ['谢谢', '建议', '转达'], warns: ['道谢'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ asksTo: 'note' })
    .stepDone()
    .thePanelShows({ script: null, hangUp: 'caller-first' })
    .callerHangsUp()
    .thePanelShows({ hangUp: 'free' });
});
