import { describe, expect, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('handsfree-unclear (§2.6)', () => {
  test('waits as a chip when the voice has been faint for six seconds; heard well, it ends', () => {
    const story = scriptStory().inConversation().dismisses('ask-name').voiceTurnsQuiet(6);
    story.thePanelShows({ script: null, offers: ['handsfree-unclear'] });
    expect(story.view().suggestions[0]?.reason).toEqual({ kind: 'quiet', seconds: 6 });
    story
      .takesSuggestion('handsfree-unclear')
      .thePanelShows({
        says: ['抱歉', '听筒', '靠近'],
        saysNot: ['大声一点'],
        warns: ['大声一点', '不直接挂断'],
        hangUp: 'caller-first',
      })
      .stepDone()
      .thePanelShows({ choices: ['yes', 'no'] })
      .voiceTurnsClear()
      .chooses('yes')
      .thePanelShows({ says: ['谢谢'], offers: [] })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('still not heard: it goes on to the quiet caller', () => {
    scriptStory()
      .inConversation()
      .picks('handsfree-unclear')
      .stepDone()
      .chooses('no')
      .thePanelShows({ script: 'quiet-caller', asksTo: 'manner' });
  });
});
