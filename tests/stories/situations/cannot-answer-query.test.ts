import { test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

test('cannot-answer-query (§2.42): a number, then the surname, and a call back within ten minutes', () => {
  scriptStory()
    .inConversation()
    .picks('cannot-answer-query')
    .thePanelShows({ says: ['核实', '电话'], warns: ['不猜'], hangUp: 'caller-first' })
    .stepDone()
    .thePanelShows({ asksTo: 'note', says: ['复述'] })
    .stepDone()
    .thePanelShows({ says: ['贵姓'] })
    .stepDone()
    .thePanelShows({ asksTo: 'ask-name' })
    .names('王', 'ms')
    .thePanelShows({ says: ['主管', '10分钟', '回电'] })
    .stepDone()
    .thePanelShows({ asksTo: 'work-order' })
    .stepDone()
    .thePanelShows({ script: 'goodbye', says: ['王女士', '感谢', '再见'] });
});
