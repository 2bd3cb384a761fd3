import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('where the ear listens, no key is needed', () => {
  test('the wait begins with the agent’s last word, and anew if the agent speaks on', () => {
    const story = scriptStory().greeted().lineFallsSilent(6).takesSuggestion('silent-caller');
    story.waits(1).speaks(3, 'agent').thePanelShows({ step: 1, waits: null });
    story.lineFallsSilent(2, 'agent').thePanelShows({ step: 1, waits: 3 });
    story.speaks(2, 'agent').thePanelShows({ step: 1, waits: null });
    story.lineFallsSilent(4.9, 'agent').thePanelShows({ step: 1, waits: 1 });
    story.waits(0.1).thePanelShows({ step: 2, waits: null });
  });

  test('the agent’s own voice never stops a script that waits for the caller’s', () => {
    scriptStory()
      .greeted()
      .picks('silent-caller')
      .stepDone()
      .speaks(3, 'agent')
      .thePanelShows({ script: 'silent-caller', step: 1 });
  });

  test('a greeting that was heard completes itself', () => {
    const story = scriptStory().callerRings('+86 139 0000 0001').waits(2).agentAnswers();
    story.lineFallsSilent(0).waits(0.5).speaks(4, 'agent').lineFallsSilent(0, 'agent');
    expect(story.view().phase).toBe('greeted');
    story
      .waits(5.9)
      .thePanelShows({ offers: [] })
      .waits(0.1)
      .thePanelShows({ script: null, offers: ['silent-caller'] });
  });

  test('silence before the greeting is not the caller’s fault: it counts from the greeting', () => {
    scriptStory()
      .callerRings('+86 139 0000 0001')
      .waits(2)
      .agentAnswers()
      .lineFallsSilent(20)
      .thePanelShows({ offers: [] })
      .stepDone()
      .waits(5.9)
      .thePanelShows({ offers: [] })
      .waits(0.1)
      .thePanelShows({ offers: ['silent-caller'] });
  });

  test('silence on hold is not counted', () => {
    scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .picks('goodbye')
      .stepDone()
      .lineFallsSilent(2)
      .agentMutes()
      .waits(20)
      .thePanelShows({ script: 'goodbye' });
  });

  test('in noise nobody can tell who is silent: only the noisy line is offered', () => {
    scriptStory()
      .greeted()
      .lineFallsSilent(0)
      .noiseBegins(20)
      .thePanelShows({ offers: ['noisy-line'] });
  });
});
