import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

const VALUES = { matter: '退款', answer: '今天已经退回', newTime: '明天上午十点' };

describe('return-answer (§2.21)', () => {
  const called = (values: Readonly<Record<string, string>> = VALUES) =>
    scriptStory({ context: { values } })
      .agentDials('+86 139 0000 0009')
      .numberIs([], ['promised-answer'])
      .names('李', 'ms')
      .remoteRings()
      .waits(5)
      .remoteAnswers();
  const identified = (values?: Readonly<Record<string, string>>) =>
    called(values)
      .thePanelShows({ says: ['示例服务热线', '0283'], warns: ['过了答应的时间'] })
      .stepDone()
      .thePanelShows({ says: ['李女士', '本人'] })
      .stepDone()
      .chooses('yes')
      .thePanelShows({ choices: ['settled', 'not-yet'] });

  test('is up before the other side answers, because the agent called for this', () => {
    const story = scriptStory().agentDials('+86 139 0000 0009').numberIs([], ['promised-answer']);
    story.thePanelShows({ script: 'return-answer', hangUp: 'free' });
    story
      .waits(8)
      .remoteAnswers()
      .thePanelShows({ script: 'return-answer', offers: ['call-back'] });
  });

  test('does not come up when the customer calls by chance', () => {
    scriptStory()
      .callerRings('+86 139 0000 0009')
      .numberIs([], ['promised-answer'])
      .agentAnswers()
      .thePanelShows({ script: 'greeting', offers: [] });
  });

  test('the answer is told and accepted', () => {
    identified()
      .chooses('settled')
      .thePanelShows({ says: ['退款', '今天已经退回'] })
      .stepDone()
      .chooses('yes')
      .thePanelShows({ says: ['谢谢', '再见'] })
      .stepDone()
      .thePanelShows({ script: null, hangUp: 'caller-first' });
  });

  test('not accepted: recorded and taken further', () => {
    identified()
      .chooses('settled')
      .stepDone()
      .chooses('no')
      .thePanelShows({ says: ['记下', '向上反映'] })
      .stepDone()
      .thePanelShows({ asksTo: 'work-order' })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('not settled at the promised hour: the call is made and the new time told', () => {
    identified()
      .chooses('not-yet')
      .thePanelShows({ says: ['还在处理', '抱歉', '明天上午十点'] })
      .stepDone()
      .thePanelShows({ asksTo: 'work-order' })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('without a new time the sentence still stands', () => {
    identified({})
      .chooses('not-yet')
      .thePanelShows({ says: ['还在处理', '抱歉'], saysNot: ['前给您答复', '{', '['] });
  });

  test('somebody else: nothing is told', () => {
    called()
      .picks('return-answer')
      .stepDone()
      .stepDone()
      .chooses('no')
      .thePanelShows({ says: ['打扰', '本人'], saysNot: ['退款'] })
      .stepDone()
      .thePanelShows({ asksTo: 'note', says: ['不透露'] });
  });
});
