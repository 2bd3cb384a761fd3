import { describe, test } from 'vitest';
import { scriptStory } from '../../helpers/script-story.ts';

const WARNS = ['不提高自己的音量', '不直接挂断'];

describe('quiet-caller (§2.7)', () => {
  test('still unclear: another phone, five seconds, and only then the end', () => {
    scriptStory()
      .inConversation()
      .picks('quiet-caller')
      .thePanelShows({ asksTo: 'manner', warns: WARNS, hangUp: { steps: 2, seconds: 5 } })
      .stepDone()
      .thePanelShows({ says: ['抱歉', '声音', '提高'], warns: WARNS })
      .stepDone()
      .thePanelShows({ choices: ['yes', 'no'], hangUp: { steps: 1, seconds: 5 } })
      .chooses('no')
      .thePanelShows({ says: ['换一部电话', '再见'] })
      .stepDone()
      .waits(4)
      .thePanelShows({ waits: 1, hangUp: { steps: 0, seconds: 1 } })
      .waits(1)
      .thePanelShows({ asksTo: 'hang-up', hangUp: 'free' })
      .agentMayHangUp();
  });

  test('heard now: the script thanks and the agent may not hang up', () => {
    scriptStory()
      .inConversation()
      .picks('quiet-caller')
      .stepDone()
      .stepDone()
      .chooses('yes')
      .thePanelShows({ says: ['谢谢'], hangUp: 'caller-first' })
      .stepDone()
      .thePanelShows({ script: null, hangUp: 'caller-first' });
  });

  test('a faint voice while the agent asks to speak up does not stop the script', () => {
    scriptStory()
      .inConversation()
      .picks('quiet-caller')
      .stepDone()
      .speaks(2)
      .thePanelShows({ script: 'quiet-caller', step: 2 });
  });

  const lastWait = () =>
    scriptStory().inConversation().picks('quiet-caller').stepDone().stepDone().chooses('no').stepDone();

  test('the faint voice in the last wait does not stop it either', () => {
    lastWait().waits(3).speaks(1).waits(1).thePanelShows({ asksTo: 'hang-up', hangUp: 'free' });
  });

  test('a voice that turns clear does', () => {
    scriptStory()
      .inConversation()
      .voiceTurnsQuiet(6)
      .picks('quiet-caller')
      .stepDone()
      .stepDone()
      .chooses('no')
      .stepDone()
      .waits(3)
      .voiceTurnsClear()
      .thePanelShows({ script: null, hangUp: 'caller-first' });
  });
});
