import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

const WARNS = ['休息时间', '不拖长'];

describe('call-back (§5)', () => {
  const introduced = () =>
    scriptStory({ context: { values: { matter: '上门维修' } } })
      .agentDials('+86 139 0000 0009')
      .numberIs(['vip'], ['call-back'])
      .names('赵', 'mr')
      .waits(9)
      .remoteAnswers()
      .thePanelShows({
        says: ['示例服务热线', '0283'],
        warns: WARNS,
        hangUp: { steps: 1, seconds: 0, callerFirst: true },
      })
      .stepDone()
      .thePanelShows({ says: ['赵先生'] })
      .stepDone();
  const asked = () =>
    introduced()
      .chooses('yes')
      .thePanelShows({ says: ['打扰'] })
      .stepDone()
      .chooses('yes')
      .thePanelShows({ says: ['上门维修', '满意'] })
      .stepDone();

  test('satisfied: thanks, and a suggestion is asked for', () => {
    asked()
      .chooses('yes')
      .thePanelShows({ says: ['谢谢', '建议'] })
      .stepDone()
      .thePanelShows({ asksTo: 'note' })
      .stepDone()
      .thePanelShows({ says: ['谢谢', '再见'] })
      .stepDone()
      .thePanelShows({ script: null, hangUp: 'caller-first' });
  });

  test('not satisfied: what should be better?', () => {
    asked()
      .chooses('no')
      .thePanelShows({ says: ['抱歉', '改进'] })
      .stepDone()
      .thePanelShows({ asksTo: 'note' });
  });

  test('not a good time: another is agreed', () => {
    introduced()
      .chooses('yes')
      .stepDone()
      .chooses('no')
      .thePanelShows({ says: ['什么时间方便'] })
      .stepDone()
      .thePanelShows({ asksTo: 'call-back' })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('not the person: nothing is told', () => {
    introduced()
      .chooses('no')
      .thePanelShows({ says: ['打扰'], saysNot: ['上门维修'] })
      .stepDone()
      .thePanelShows({ says: ['不透露'] });
  });

  test('waits as a chip in a call that the agent made for some other reason', () => {
    scriptStory()
      .agentDials('+86 139 0000 0009')
      .waits(5)
      .remoteAnswers()
      .thePanelShows({ script: null, offers: ['call-back'] });
  });
});
