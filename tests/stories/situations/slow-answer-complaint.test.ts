import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('slow-answer-complaint (§2.23)', () => {
  test('is a chip beside the apology of a late answer', () => {
    const story = scriptStory().callerRings('+86 139 0000 0001').rings(3).agentAnswers();
    story.thePanelShows({ script: 'late-answer', offers: ['slow-answer-complaint'] });
    expect(story.view().suggestions[0]?.reason).toEqual({
      kind: 'answered',
      rings: 3,
      late: true,
      queuedSeconds: null,
    });
    story.stepDone().thePanelShows({ script: null, offers: ['slow-answer-complaint'] });
    story.speaks(4).lineFallsSilent(2).names('王', 'ms');
    story.thePanelShows({ offers: ['slow-answer-complaint'] });
    story.picks('complaint-intake').closesScript().thePanelShows({ offers: [] });
  });

  test('the agent picks it: apology first, then help', () => {
    scriptStory()
      .inConversation()
      .picks('slow-answer-complaint')
      .thePanelShows({
        says: ['抱歉', '线路忙', '久等'],
        saysNot: ['没办法'],
        warns: ['我也没办法'],
        hangUp: { steps: 1, seconds: 0, callerFirst: true },
      })
      .stepDone()
      .thePanelShows({ says: ['帮您'] })
      .stepDone()
      .thePanelShows({ script: null });
  });
});
