import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

const WARNS = ['未经同意'];

describe('please-wait (§2.30)', () => {
  for (const [of, back] of [
    ['hold', 'agentResumes'],
    ['mute', 'agentUnmutes'],
  ] as const) {
    test(`pressing ${of} asks first; after consent the caller waits; coming back brings the thank-you`, () => {
      const story = scriptStory()
        .inConversation()
        .presses(of)
        .thePanelShows({ script: 'please-wait', says: ['稍等', '可以吗'], warns: WARNS });
      expect(story.view().phase).toBe('talking');
      story
        .waits(4)
        .stepDone()
        .chooses('agrees')
        .thePanelShows({ says: ['谢谢', '不要挂机'] })
        .stepDone()
        .thePanelShows({ asksTo: 'hold-or-mute' })
        .presses(of)
        .thePanelShows({ script: null });
      expect(story.view().phase).toBe('waiting');
      story
        .waits(20)
        [back]()
        .thePanelShows({ script: 'back-from-wait', says: ['久等', '抱歉', '谢谢'] });
    });
  }

  test('declined: no wait, a number is taken instead', () => {
    scriptStory()
      .inConversation()
      .presses('hold')
      .stepDone()
      .chooses('declines')
      .thePanelShows({ says: ['不让您等', '电话', '回电'] })
      .stepDone()
      .thePanelShows({ script: 'cannot-answer-query' });
  });

  test('a second press goes through: the agent heard the consent and did not click it', () => {
    const story = scriptStory()
      .inConversation()
      .presses('hold')
      .waits(3)
      .presses('hold')
      .thePanelShows({ script: null });
    const steps = story.keptJournal().flatMap(({ event }) => (event.type === 'step-done' ? [event] : []));
    expect(steps.slice(-2)).toMatchObject([
      { situation: 'please-wait', step: 'ask-leave', how: 'skipped' },
      { situation: 'please-wait', step: 'wait', how: 'done' },
    ]);
  });

  test('the script that was interrupted by the wait is taken up again after it', () => {
    scriptStory()
      .inConversation()
      .picks('complaint-intake')
      .stepDone()
      .presses('hold')
      .thePanelShows({ script: 'please-wait' })
      .presses('hold')
      .thePanelShows({ script: 'complaint-intake', step: 2 })
      .waits(20)
      .agentResumes()
      .thePanelShows({ script: 'back-from-wait' })
      .stepDone()
      .thePanelShows({ script: 'complaint-intake', step: 2 });
  });

  test('hold after the caller refused asks once more', () => {
    const refused = scriptStory().inConversation().presses('hold').stepDone().chooses('declines');
    refused.presses('hold').thePanelShows({ script: 'please-wait', step: 1, says: ['可以吗'] });
    expect(refused.view().phase).toBe('talking');
    refused.stepDone().chooses('agrees').presses('hold');
    expect(refused.view().phase).toBe('waiting');
  });
});
