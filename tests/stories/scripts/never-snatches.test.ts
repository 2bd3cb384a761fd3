import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('the screen belongs to the agent', () => {
  test('silence, noise, a faint voice and a lost line only ever wait as chips', () => {
    scriptStory()
      .greeted()
      .lineFallsSilent(30)
      .noiseBegins(30)
      .voiceTurnsQuiet(30)
      .losesRegistration('network')
      .waits(600)
      .thePanelShows({
        script: null,
        offers: ['system-down', 'noisy-line', 'handsfree-unclear'],
      });
  });

  test('nor does speech into a silence take away a script that is in use', () => {
    scriptStory()
      .greeted()
      .picks('not-understood-slow')
      .lineFallsSilent(8)
      .speaks(0.5, 'agent')
      .thePanelShows({ script: 'not-understood-slow', step: 1 });
  });

  test('a chip does not move the script that is being read', () => {
    scriptStory()
      .inConversation()
      .picks('complaint-intake')
      .stepDone()
      .noiseBegins(20)
      .thePanelShows({ script: 'complaint-intake', step: 2, offers: ['noisy-line', 'ask-name'] });
  });

  test('the best chip is the one that can wait least, and each says why', () => {
    const story = scriptStory().inConversation().noiseBegins(8).losesRegistration('network');
    expect(story.view().suggestions.map(({ reason }) => reason.kind)).toEqual([
      'registration-lost',
      'noise',
      'phase',
    ]);
  });

  test('what is on screen is not offered as well', () => {
    scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .noiseBegins(8)
      .picks('noisy-line')
      .thePanelShows({ offers: [] });
  });

  test('what was used is not offered again for the same noise', () => {
    scriptStory()
      .inConversation()
      .dismisses('ask-name')
      .noiseBegins(8)
      .takesSuggestion('noisy-line')
      .closesScript()
      .waits(300)
      .thePanelShows({ script: null, offers: [] });
  });
});

describe('a script in the agent’s hands', () => {
  test('goes back along the way it came, and keeps what was paid', () => {
    scriptStory()
      .inConversation()
      .picks('quiet-caller')
      .stepDone()
      .stepDone()
      .chooses('no')
      .thePanelShows({ step: 5, hangUp: { steps: 1, seconds: 5 } })
      .goesBack()
      .thePanelShows({ step: 3, choices: ['yes', 'no'] })
      .goesBack()
      .thePanelShows({ step: 2, says: ['提高'], hangUp: { steps: 1, seconds: 5 } })
      .goesBack()
      .thePanelShows({ step: 1 });
  });

  test('restarts with everything owed again', () => {
    scriptStory()
      .greeted()
      .picks('silent-caller')
      .stepDone()
      .waits(5)
      .thePanelShows({ step: 2, hangUp: { steps: 2, seconds: 10 } })
      .restarts()
      .thePanelShows({ step: 1, hangUp: { steps: 3, seconds: 15 } });
  });

  test('closed, it is gone, and hanging up is the caller’s', () => {
    scriptStory()
      .greeted()
      .picks('silent-caller')
      .closesScript()
      .thePanelShows({ script: null, hangUp: 'caller-first' });
  });

  test('another script about a matter takes its place for good', () => {
    scriptStory()
      .inConversation()
      .picks('complaint-intake')
      .stepDone()
      .picks('suggestion')
      .stepDone()
      .stepDone()
      .thePanelShows({ script: null });
  });
});
