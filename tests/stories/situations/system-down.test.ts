import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('system-down (§2.33)', () => {
  test('waits as a chip when registration or network goes in a call, and goes with its return', () => {
    const story = scriptStory()
      .registers()
      .inConversation()
      .dismisses('ask-name')
      .losesRegistration('network');
    story.thePanelShows({ script: null, offers: ['system-down'] });
    expect(story.view().suggestions[0]?.reason).toEqual({ kind: 'registration-lost' });
    story.registers().thePanelShows({ offers: [] });
  });

  test('call later', () => {
    scriptStory()
      .inConversation()
      .picks('system-down')
      .thePanelShows({
        says: ['抱歉', '故障'],
        warns: ['没有后续'],
        hangUp: { steps: 1, seconds: 0, callerFirst: true },
      })
      .stepDone()
      .chooses('later')
      .thePanelShows({ says: ['稍后再打'] })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('or a number is taken and called back', () => {
    scriptStory()
      .inConversation()
      .picks('system-down')
      .stepDone()
      .chooses('call-back')
      .thePanelShows({ says: ['电话', '回电'] })
      .stepDone()
      .thePanelShows({ asksTo: 'note', says: ['回电'] })
      .stepDone()
      .thePanelShows({ script: null });
  });
});
