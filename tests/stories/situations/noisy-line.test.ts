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

  test('a chip that was turned down stays away for this noise, and comes back for a new one', () => {
    scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .noiseBegins(8)
      .dismisses('noisy-line')
      .waits(600)
      .thePanelShows({ offers: [] })
      .noiseEnds()
      .noiseBegins(8)
      .thePanelShows({ offers: ['noisy-line'] });
  });

  for (const step of [1, 2]) {
    test(`words through the noise change nothing at step ${step}`, () => {
      const story = scriptStory().greeted().noiseBegins(8).takesSuggestion('noisy-line');
      if (step === 2) story.stepDone().waits(5);
      story.speaks(3).lineFallsSilent(1).speaks(2).thePanelShows({ script: 'noisy-line', step, offers: [] });
      if (step === 1) story.stepDone().speaks(2).waits(5);
      story.thePanelShows({ asksTo: 'hang-up', hangUp: 'free' });
      story.stepDone().speaks(1).thePanelShows({ script: null, hangUp: 'free' }).agentMayHangUp();
    });

    test(`a better line ends it at step ${step}, and hanging up is the caller's again`, () => {
      const story = scriptStory().greeted().noiseBegins(8).takesSuggestion('noisy-line');
      if (step === 2) story.stepDone().waits(5);
      story.noiseEnds().thePanelShows({ script: null, hangUp: 'caller-first' });
    });
  }

  test('the agent who hears the caller after all says so with a key', () => {
    scriptStory()
      .greeted()
      .picks('noisy-line')
      .stepDone()
      .waits(2)
      .callerAnswers()
      .thePanelShows({ script: null, hangUp: 'caller-first' });
  });
});
