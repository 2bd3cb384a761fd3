import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

const WARNS = ['不斥责', '不直接挂断'];

describe('harassment (§2.38)', () => {
  const warned = () =>
    scriptStory()
      .inConversation()
      .picks('harassment')
      .thePanelShows({ says: ['抱歉', '服务范围', '挂机'], warns: WARNS, hangUp: { steps: 2, seconds: 0 } })
      .stepDone()
      .thePanelShows({
        choices: ['stops', 'supervisor', 'queue', 'close', 'matter'],
        hangUp: { steps: 1, seconds: 0 },
      });

  test('a known source warns at the ring, and the greeting still comes up', () => {
    const story = scriptStory().callerRings('+86 139 0000 0666').waits(0.1).numberIs(['harassment']);
    story.thePanelShows({ script: null, offers: ['harassment'], hangUp: 'free' });
    expect(story.view().suggestions[0]?.reason).toEqual({ kind: 'number-known', as: 'harassment' });
    story
      .waits(4)
      .agentAnswers()
      .thePanelShows({ script: 'greeting', offers: ['harassment'] });
  });

  test('it stops with the line open: the formal close, the end, and the number is registered', () => {
    warned()
      .chooses('stops')
      .thePanelShows({ says: ['线路有故障', '稍后再打'], hangUp: { steps: 1, seconds: 0 } })
      .stepDone()
      .thePanelShows({ asksTo: 'hang-up', hangUp: 'free' })
      .stepDone()
      .thePanelShows({ asksTo: 'register-number' });
  });

  for (const option of ['supervisor', 'queue']) {
    test(`it goes on, and is transferred (${option}); the number is registered`, () => {
      warned()
        .chooses(option)
        .thePanelShows({ asksTo: 'transfer' })
        .agentTransfersTo('8001')
        .thePanelShows({ asksTo: 'register-number' });
    });
  }

  test('or a formal close, after which the agent may hang up', () => {
    warned()
      .chooses('close')
      .thePanelShows({ says: ['线路有故障', '稍后再打'], hangUp: { steps: 1, seconds: 0 } })
      .stepDone()
      .thePanelShows({ asksTo: 'hang-up', hangUp: 'free' })
      .agentMayHangUp();
  });

  test('the warning never stands before a silent line, and dismissed it is dismissed', () => {
    const story = scriptStory().callerRings('+86 139 0000 0666').numberIs(['harassment']).agentAnswers();
    story.waits(3).stepDone().lineFallsSilent(6);
    story.thePanelShows({ offers: ['silent-caller', 'harassment'] });
    story
      .dismisses('harassment')
      .waits(600)
      .thePanelShows({ offers: ['silent-caller'] });
  });

  test('nobody asks a harasser for the name', () => {
    const harassed = () => scriptStory().inConversation().lineFallsSilent(1).picks('harassment');
    harassed().thePanelShows({ offers: [] }).closesScript().thePanelShows({ offers: [] });
  });
});
