import { describe, expect, test } from 'vitest';
import { hotlinePack } from '../../helpers/hotline-pack.ts';
import { scriptStory } from '../../helpers/script-story.ts';

const CALLER = '+86 139 0000 0001';
const pack = hotlinePack();
const dialled = (...calledNumbers: string[]) => scriptStory({ pack }).callerRings(CALLER, { calledNumbers });

describe('several hotlines', () => {
  test('the one that was dialled greets in its own words', () => {
    dialled('4001002000', '0283')
      .agentAnswers()
      .thePanelShows({ script: 'greeting', says: ['购机热线', '0283', '哪款产品'], saysNot: ['帮您'] });
  });

  test('its greeting has variants, as the usual one has', () => {
    dialled('sales')
      .agentAnswers()
      .names('王', 'ms')
      .thePanelShows({ says: ['王女士', '购机热线'], saysNot: ['0283'] });
  });

  test('without words of its own the usual greeting names it', () => {
    dialled('4001003000')
      .agentAnswers()
      .thePanelShows({ script: 'greeting', says: ['售后热线', '帮您'], saysNot: ['示例服务热线'] });
  });

  test('a late answer still begins with the apology, and then names it', () => {
    dialled('4001002000')
      .rings(3)
      .agentAnswers()
      .thePanelShows({ script: 'late-answer', says: ['让您久等', '购机热线'] });
  });

  test('what will be said is read ahead while it rings', () => {
    expect(dialled('4001002000').waits(2).view().ahead?.text).toContain('购机热线');
  });

  test('it is told by the goodbye and every other text that names the hotline', () => {
    dialled('4001003000')
      .agentAnswers()
      .picks('wrong-number')
      .thePanelShows({ says: ['售后热线'] });
  });

  test('situations that it rules out are not suggested, and still found', () => {
    const late = { queuedMs: 15_000 };
    scriptStory({ pack })
      .callerRings(CALLER, { ...late, calledNumbers: ['4001003000'] })
      .agentAnswers()
      .thePanelShows({ script: 'late-answer', offers: ['slow-answer-complaint'] });
    scriptStory({ pack })
      .callerRings(CALLER, { ...late, calledNumbers: ['4001002000'] })
      .agentAnswers()
      .thePanelShows({ script: 'late-answer', offers: [] })
      .picks('slow-answer-complaint')
      .thePanelShows({ script: 'slow-answer-complaint' });
  });

  test('a number that is no hotline, and a call that says none, are greeted as ever', () => {
    dialled('95500')
      .agentAnswers()
      .thePanelShows({ script: 'greeting', says: ['示例服务热线', '帮您'] });
    scriptStory({ pack })
      .callerRings(CALLER)
      .agentAnswers()
      .thePanelShows({ says: ['示例服务热线'] });
  });

  test('a pack without hotlines works as before, whatever was dialled', () => {
    scriptStory()
      .callerRings(CALLER, { calledNumbers: ['4001002000'] })
      .agentAnswers()
      .thePanelShows({ script: 'greeting', says: ['示例服务热线', '0283'] });
  });

  test('a call of the agent is not greeted by a hotline', () => {
    scriptStory({ pack })
      .agentDials('4001002000')
      .remoteRings()
      .remoteAnswers()
      .thePanelShows({ saysNot: ['购机热线'] });
  });
});
