import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('still-waiting (§2.32)', () => {
  test('a long hold warns at the threshold and again, and waits as a chip', () => {
    const story = scriptStory().inConversation().dismisses('ask-name').agentHolds().waits(59.9);
    story.thePanelShows({ offers: [], holdWarnings: 0 });
    story.waits(0.1).thePanelShows({ script: null, offers: ['still-waiting'], holdWarnings: 1 });
    expect(story.view().suggestions[0]?.reason).toEqual({ kind: 'on-hold', of: 'hold', seconds: 60 });
    story
      .waits(59.9)
      .thePanelShows({ holdWarnings: 1 })
      .waits(0.1)
      .thePanelShows({ offers: ['still-waiting'], holdWarnings: 2 });
    expect(story.view().suggestions[0]?.reason).toEqual({ kind: 'on-hold', of: 'hold', seconds: 120 });
  });

  test('come back, apologise, ask for more time, and wait again after consent', () => {
    scriptStory()
      .inConversation()
      .agentMutes()
      .waits(61)
      .takesSuggestion('still-waiting')
      .thePanelShows({
        asksTo: 'resume',
        warns: ['晾在等待中'],
        hangUp: { steps: 2, seconds: 0, callerFirst: true },
      })
      .agentUnmutes()
      .thePanelShows({ script: 'still-waiting', says: ['久等', '抱歉'], holdWarnings: 0 })
      .stepDone()
      .thePanelShows({ says: ['一点时间', '可以吗'] })
      .stepDone()
      .chooses('agrees')
      .thePanelShows({ asksTo: 'hold-or-mute' })
      .presses('hold')
      .thePanelShows({ script: null, holdWarnings: 0 })
      .waits(60)
      .thePanelShows({ offers: ['still-waiting'], holdWarnings: 1 });
  });

  test('declined: a number is taken', () => {
    scriptStory()
      .inConversation()
      .agentHolds()
      .waits(60)
      .takesSuggestion('still-waiting')
      .agentResumes()
      .stepDone()
      .stepDone()
      .chooses('declines')
      .thePanelShows({ script: 'cannot-answer-query' });
  });
});
