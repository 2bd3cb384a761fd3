import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('noisy-line (§2.8)', () => {
  test('waits as a chip after eight seconds of noise and ends after its wait', () => {
    const story = scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .noiseBegins(7.9)
      .thePanelShows({ offers: [] });
    story.waits(0.1).thePanelShows({ script: null, offers: ['noisy-line'] });
    expect(story.view().suggestions[0]?.reason).toEqual({ kind: 'noise', seconds: 8 });
    story
      .takesSuggestion('noisy-line')
      .thePanelShows({
        says: ['杂音', '换一部电话', '再见'],
        warns: ['不直接挂断'],
        hangUp: { steps: 1, seconds: 5 },
      })
      .waits(6)
      .stepDone()
      .thePanelShows({ waits: 5, hangUp: { steps: 0, seconds: 5 } })
      .waits(5)
      .thePanelShows({ asksTo: 'hang-up', hangUp: 'free' })
      .agentMayHangUp();
  });

  test('noise that ends takes its chip along, and comes back only when it begins again', () => {
    scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .noiseBegins(8)
      .thePanelShows({ offers: ['noisy-line'] })
      .noiseEnds()
      .thePanelShows({ offers: [] })
      .noiseBegins(8)
      .thePanelShows({ offers: ['noisy-line'] });
  });

  test('a chip that was turned down stays away for a minute', () => {
    scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .noiseBegins(8)
      .dismisses('noisy-line')
      .waits(59.9)
      .thePanelShows({ offers: [] })
      .waits(0.1)
      .thePanelShows({ offers: ['noisy-line'] });
  });
});
