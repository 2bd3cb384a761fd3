import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

describe('back-from-wait (§2.31)', () => {
  test('comes up by itself when the caller is taken back', () => {
    scriptStory()
      .inConversation()
      .agentHolds()
      .waits(12)
      .agentResumes()
      .thePanelShows({
        script: 'back-from-wait',
        says: ['久等', '抱歉', '谢谢'],
        warns: ['一声不响'],
        hangUp: 'caller-first',
      })
      .stepDone()
      .thePanelShows({ script: null });
  });

  test('a cough behind the mute needs no apology', () => {
    scriptStory().inConversation().agentMutes().waits(3).agentUnmutes().thePanelShows({ script: null });
  });

  test('hold and mute together are one wait, over when both are', () => {
    scriptStory()
      .inConversation()
      .agentHolds()
      .waits(5)
      .agentMutes()
      .waits(5)
      .agentResumes()
      .thePanelShows({ script: null })
      .agentUnmutes()
      .thePanelShows({ script: 'back-from-wait' });
  });

  test('a hold from the other side is not a wait that the agent must apologise for', () => {
    scriptStory().inConversation().callerHolds().waits(30).callerResumes().thePanelShows({ script: null });
  });
});
