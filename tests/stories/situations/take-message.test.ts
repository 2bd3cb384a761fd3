import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('take-message (§2.15): name, number and message are taken, and a work order is opened', () => {
  scriptStory({ context: { values: { colleague: '张经理' } } })
    .inConversation()
    .picks('take-message')
    .thePanelShows({ says: ['抱歉', '张经理', '不在'], warns: ['过会儿再打'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ says: ['姓名', '电话'] })
    .stepDone()
    .thePanelShows({ says: ['转达'] })
    .stepDone()
    .thePanelShows({ asksTo: 'note' })
    .stepDone()
    .thePanelShows({ says: ['转告'] })
    .stepDone()
    .thePanelShows({ asksTo: 'work-order' })
    .stepDone()
    .thePanelShows({ script: null });
});
