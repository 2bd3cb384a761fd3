import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

const WARNS = ['我也没办法', '致歉'];

describe('late-answer (§2.2)', () => {
  test('opens a call answered when the third ring is over, apology first', () => {
    scriptStory()
      .callerRings('+86 139 0000 0001')
      .rings(3)
      .agentAnswers()
      .thePanelShows({
        script: 'late-answer',
        says: ['让您久等', '对不起', '示例服务热线', '0283', '帮您'],
        warns: WARNS,
      })
      .stepDone()
      .thePanelShows({ script: null, hangUp: 'caller-first' });
  });

  test('one millisecond earlier the answer is in time', () => {
    scriptStory()
      .callerRings('+86 139 0000 0001')
      .rings(3)
      .waitsMs(-1)
      .agentAnswers()
      .thePanelShows({ script: 'greeting', saysNot: ['久等'] });
  });

  test('counts by the national cadence', () => {
    const answeredAfter = (seconds: number, cadence: 'CN' | 'US' | 'UK' | 'JP') =>
      scriptStory({ cadence }).callerRings('+86 139 0000 0001').waits(seconds).agentAnswers();
    answeredAfter(14, 'CN').thePanelShows({ script: 'greeting' });
    answeredAfter(17, 'US').thePanelShows({ script: 'greeting' });
    answeredAfter(18, 'US').thePanelShows({ script: 'late-answer' });
    answeredAfter(9, 'UK').thePanelShows({ script: 'late-answer' });
    answeredAfter(8.9, 'JP').thePanelShows({ script: 'greeting' });
  });

  test('a long wait in the queue is a late answer too, on the first ring', () => {
    scriptStory()
      .callerRings('+86 139 0000 0001', { queuedMs: 15_000 })
      .waits(2)
      .agentAnswers()
      .thePanelShows({ script: 'late-answer', offers: ['slow-answer-complaint'] });
    scriptStory()
      .callerRings('+86 139 0000 0001', { queuedMs: 14_999 })
      .waits(2)
      .agentAnswers()
      .thePanelShows({ script: 'greeting', offers: [] });
  });

  test('the script read ahead turns into it while the call still rings', () => {
    const story = scriptStory().callerRings('+86 139 0000 0001').waits(14);
    expect(story.view().ahead?.situation.id).toBe('greeting');
    expect(story.waits(1).view().ahead?.situation.id).toBe('late-answer');
  });
});
